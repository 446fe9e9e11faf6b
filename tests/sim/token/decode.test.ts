import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { countTrace } from '../../../src/sim/counts.ts';
import { readTimeLeft } from '../../../src/sim/expiry.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import type { TokenSettings } from '../../../src/sim/settings.ts';
import { decodeOnly } from '../../../src/sim/token/verify/decodingVerifier.ts';
import { getFrame, run } from '../runs.ts';

const LOGIN: Action = { type: 'login' };
const REQUEST: Action = { type: 'request', fold: true };
const STEAL: Action = { type: 'steal' };
const REPLAY: Action = { type: 'replay', fold: true };
const LOGOUT: Action = { type: 'logout', fold: true };
const LATER: Action = { type: 'wait', seconds: 86_400 };

const decode = (actions: readonly Action[], token: Partial<TokenSettings> = {}) =>
  run(actions, { token: { ...token, verifier: 'decode' } });

async function decide(actions: readonly Action[], token?: Partial<TokenSettings>) {
  const { status, failure } = getFrame(await decode(actions, token), -1).token.outcome;
  return `${status} ${failure ?? ''}`.trim();
}

describe('a server that decodes lets in', () => {
  test.each<[string, readonly Action[], Partial<TokenSettings>?]>([
    ['an expired token', [LOGIN, LATER, REQUEST]],
    ['one that is not valid yet', [LOGIN, REQUEST], { notBefore: 600 }],
    ['another signature', [LOGIN, { type: 'tamper', part: 'signature', fold: true }]],
    ['another user', [LOGIN, { type: 'tamper', part: 'payload', fold: true }]],
    ['no signature', [{ type: 'forge', how: 'unsigned', fold: true }]],
    ['another secret', [{ type: 'forge', how: 'otherSecret', fold: true }]],
    ['another algorithm', [{ type: 'forge', how: 'otherAlgorithm', fold: true }]],
    [
      'another service’s',
      [{ type: 'forge', how: 'otherService', fold: true }],
      { audience: 'shop' },
    ],
    ['what an old secret signed', [LOGIN, { type: 'rotateSecret', how: 'replace' }, REQUEST]],
  ])('%s', async (_, actions, token) => {
    expect(await decide(actions, token)).toBe('200');
    const verified = await run(actions, { token: { ...token } });
    expect(getFrame(verified, -1).token.outcome.allowed).toBe(false);
  });
});

describe('it refuses', () => {
  test('what is no JWT, and what names no user', () => {
    for (const text of ['', 'garbage', 'a.b', '..', 'a.b.c.d'])
      expect(decodeOnly(text).failure).toBe('tokenMalformed');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(decodeOnly(`${part({ alg: 'none' })}.${part({ sub: 'ada' })}.`).claims).toEqual({
      sub: 'ada',
    });
  });

  test.each<[string, readonly Action[], Partial<TokenSettings>, string]>([
    ['no token', [LOGIN, LOGOUT, REQUEST], {}, '401 tokenMissing'],
    [
      'one on its deny-list',
      [LOGIN, STEAL, LOGOUT, REPLAY],
      { denyList: true },
      '401 tokenRevoked',
    ],
    [
      'one with an earlier iat than those that hold',
      [LOGIN, STEAL, LATER, { type: 'logoutEverywhere' }, REPLAY],
      { comparesIat: true },
      '401 tokenOutdated',
    ],
  ])('%s', async (_, actions, token, wanted) => {
    expect(await decide(actions, token)).toBe(wanted);
  });
});

test('nothing ends what it lets in, and no signature is counted as checked', async () => {
  const trace = await decode([LOGIN, STEAL, REQUEST, LATER, REQUEST, REPLAY, LOGOUT]);
  for (const { token } of trace.frames) {
    expect(token.signatures.checked).toBe(0);
    if (token.outcome.proof) expect(token.outcome.proof.expiresAt).toBeNull();
    if (token.outcome.copy)
      expect(token.outcome.copy).toMatchObject({ accepted: true, expiresAt: null });
  }
  const { token } = countTrace(trace, trace.frames.length - 1);
  expect(token).toMatchObject({ signaturesMade: 1, signaturesChecked: 0, copy: { seconds: null } });
});

test('the token has its exp all the same, for which one can wait', async () => {
  const trace = await decode([LOGIN]);
  expect(readTimeLeft(getFrame(trace, -1), 'token')).toBe(900);
});

test('it believes who the token says it is', async () => {
  const settings: SettingsChange = { token: { verifier: 'decode', comparesIat: true } };
  const trace = await run([LOGIN, { type: 'tamper', part: 'payload', fold: true }], settings);
  const { token } = getFrame(trace, -1);
  expect(token.outcome.proof?.userId).toBe('root');
  const asked = token.messages.find(({ kind }) => kind === 'store');
  expect(asked?.target).toBe('root');
});
