import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { CLIENT } from '../../src/sim/actors.ts';
import { TOKEN_KEY } from '../../src/sim/client/client.ts';
import type { Message } from '../../src/sim/message.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { getClient, patchClient } from '../../src/sim/state.ts';
import { verifyToken } from '../../src/sim/token/jwt/jwt.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { extendTrace, startTrace } from '../../src/sim/trace.ts';
import { BAD_TOKENS, GOOD, NOW, SECRET, TOLERATED_TOKENS } from './badTokens.ts';
import { makeTokenApp } from './harness/apps.ts';
import { atTime } from './harness/clock.ts';
import { compareResponse } from './harness/compare.ts';
import { withServer } from './harness/server.ts';
import { sendRaw } from './harness/wire.ts';

const settings = { ...LOGIN_TO_LOGOUT.settings, start: NOW };

/** Names the libraries that accept a token; the engine's verdict is jose's. */
function listAccepting(token: string): Promise<string[]> {
  return atTime(NOW, async () => {
    const { failure } = await verifyToken(token, SECRET, NOW);
    const accepting = failure === null ? ['jose'] : [];
    try {
      jwt.verify(token, SECRET, { algorithms: ['HS256'] });
      accepting.push('jsonwebtoken');
    } catch {
      // Whatever it throws is a refusal; which errors there are is said in sim's own tests.
    }
    return accepting;
  });
}

test('there are at least 40 bad tokens, each under its own name', () => {
  expect(new Set(BAD_TOKENS.map(({ name }) => name)).size).toBe(BAD_TOKENS.length);
  expect(new Set(BAD_TOKENS.map(({ token }) => token)).size).toBe(BAD_TOKENS.length);
  expect(BAD_TOKENS.length).toBeGreaterThanOrEqual(40);
});

test.each(BAD_TOKENS)('refused: $name', async ({ token, difference }) => {
  expect(await listAccepting(token)).toEqual(difference ? [difference.acceptedBy] : []);
});

test.each([{ name: 'the good one', token: GOOD }, ...TOLERATED_TOKENS])(
  'accepted: $name',
  async ({ token }) => {
    expect(await listAccepting(token)).toEqual(['jose', 'jsonwebtoken']);
  },
);

/** Runs one request of a client that keeps `token`, in the engine. */
async function requestWith(token: string): Promise<readonly Message[]> {
  const { scenario, frames } = startTrace({ ...LOGIN_TO_LOGOUT, settings });
  const [first] = frames as [Trace['frames'][0]];
  const { storage } = getClient(first.token.state, CLIENT);
  const kept = { storage: { ...storage, localStorage: { [TOKEN_KEY]: token } } };
  const lane = { ...first.token, state: patchClient(first.token.state, CLIENT, kept) };
  const start = { scenario, frames: [{ ...first, token: lane }] };
  const { frames: run } = await extendTrace(start, { type: 'request', fold: true });
  return run.at(-1)?.token.messages ?? [];
}

describe('the answer of the real token server', () => {
  // A field value cannot hold a line break, nor be empty after the scheme: RFC 9110 section 5.5.
  const sendable = [...BAD_TOKENS, ...TOLERATED_TOKENS].filter(
    ({ token, difference }) => !difference && token !== '' && !token.includes('\n'),
  );

  test.each(sendable)('is the one of the engine: $name', async ({ token }) => {
    const [request, response] = await requestWith(token);
    if (!request || !response) throw new Error('the engine sent nothing');
    const { method, target, headers, body } = request;
    const real = await atTime(NOW, () =>
      withServer(makeTokenApp(settings), (server) =>
        sendRaw(server, { method, target, headers, body }),
      ),
    );
    expect(compareResponse(response, real.response)).toEqual([]);
  });

  test('is 401 to a token that names no user, in the engine and for real', async () => {
    const { sign } = jwt;
    const nobody = sign({ exp: NOW + 60 }, SECRET, { algorithm: 'HS256' });
    const [, response] = await requestWith(nobody);
    expect(response?.status).toBe(401);
    const headers = [
      ['Host', 'localhost'],
      ['Authorization', `Bearer ${nobody}`],
    ] as const;
    const probe = { method: 'GET', target: '/profile', headers, body: null };
    const real = await atTime(NOW, () =>
      withServer(makeTokenApp(settings), (server) => sendRaw(server, probe)),
    );
    expect(real.response.status).toBe(401);
  });
});
