import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { TOKEN_KEY } from '../../../src/sim/client/client.ts';
import type { Outcome } from '../../../src/sim/outcome.ts';
import type { State } from '../../../src/sim/state.ts';
import { getClient, getServer, patchClient, patchServer } from '../../../src/sim/state.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { extendTrace } from '../../../src/sim/trace.ts';
import { getFrame, run, type SettingsPatch, toSettings } from '../runs.ts';

/** The trace with another State in its last frame's token lane. */
function changeState(trace: Trace, change: (state: State) => State): Trace {
  const last = getFrame(trace, -1);
  const token = { ...last.token, state: change(last.token.state) };
  return { ...trace, frames: [...trace.frames.slice(0, -1), { ...last, token }] };
}

const sign = (secret: string, claims: object, header: object = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(new TextEncoder().encode(secret));

/** What a page makes of a token that the user's browser holds in place of its own. */
async function present(
  claims: object,
  { header = {}, patch = {} }: { header?: object; patch?: SettingsPatch } = {},
): Promise<Outcome> {
  const { secret } = toSettings(patch).token;
  const token = await sign(secret, claims, header);
  const held = changeState(await run([{ type: 'login', fold: true }], patch), (state) =>
    patchClient(state, 'client', {
      storage: { ...getClient(state, 'client').storage, localStorage: { [TOKEN_KEY]: token } },
    }),
  );
  const asked = await extendTrace(held, { type: 'request', fold: true });
  return getFrame(asked, -1).token.outcome;
}

describe('a token that is signed well', () => {
  test('proves the user that it names', async () => {
    const outcome = await present({ id: 'abc123' });
    expect(outcome).toMatchObject({ allowed: true, failure: null, proof: { userId: 'abc123' } });
  });

  test.each([{}, { id: 7 }, { id: null }, { sub: 'abc123' }])(
    'and names nobody proves nobody: %j',
    async (claims) => {
      expect(await present(claims)).toMatchObject({
        ...{ allowed: false, failure: 'tokenClaimsInvalid', status: 401, proof: null },
      });
    },
  );

  test.each(['constructor', '__proto__', 'undefined'])(
    'is on no deny-list because an object has a member called %s',
    async (jti) => {
      const outcome = await present(
        { id: 'abc123', jti },
        { patch: { token: { denyList: true } } },
      );
      expect(outcome).toMatchObject({ allowed: true, failure: null });
    },
  );

  test.each([
    [{ kid: 'k1' }, null],
    [{ kid: 'k2' }, 'tokenKeyUnknown'],
    [{ kid: '' }, 'tokenKeyUnknown'],
    [{}, 'tokenKeyUnknown'],
  ])('is looked up by its key where servers name theirs: %j, %s', async (header, failure) => {
    const patch = { token: { kid: true } };
    expect((await present({ id: 'abc123' }, { header, patch })).failure).toBe(failure);
  });
});

test('a server without a secret can verify nothing, and says so', async () => {
  const trace = changeState(await run([{ type: 'login', fold: true }]), (state) =>
    patchServer(state, 'server', { secrets: [] }),
  );
  await expect(extendTrace(trace, { type: 'request' })).rejects.toThrow(
    new RangeError('server server has no secret to verify with'),
  );
  expect(getServer(getFrame(trace, -1).token.state, 'server').secrets).toEqual([]);
});
