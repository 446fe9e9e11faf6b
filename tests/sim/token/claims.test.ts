import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { sayFault } from '../../../src/lesson/texts/faults.ts';
import type { Action } from '../../../src/sim/action.ts';
import { CLIENT } from '../../../src/sim/actors.ts';
import { validateSettings } from '../../../src/sim/check/settings.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { readHeldToken } from '../../../src/sim/token/client/tokenStorage.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { toScenario, toSettings } from '../runs.ts';

const login: Action = { type: 'login', fold: true };
const request: Action = { type: 'request', fold: true };
const atSecond: Action = { type: 'request', server: 'server2', fold: true };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

async function run(change: SettingsChange, actions: readonly Action[]) {
  const { frames } = await runScenario({ ...toScenario(), settings: toSettings(change), actions });
  const [last] = frames.slice(-1);
  if (!last) throw new Error('no frames');
  const token = readHeldToken(last.token.state, CLIENT);
  const told = frames.slice(1).map(({ token: { outcome } }) => outcome.failure ?? outcome.type);
  return { claims: token === null ? null : decodeJwt(token), told };
}

describe('aud, iss and nbf', () => {
  test('stand in a token where they are set, in the order of jsonwebtoken, and else do not', async () => {
    const token = { audience: 'shop', issuer: 'https://id.test', notBefore: 5 };
    const { claims } = await run({ token, payload: { plan: 1 } }, [login]);
    const iat = toSettings().start;
    expect(Object.entries(claims ?? {})).toEqual(
      Object.entries({
        ...{ id: 'abc123', plan: 1, iat, nbf: iat + 5, exp: iat + 900 },
        ...{ aud: 'shop', iss: 'https://id.test' },
      }),
    );
    const plain = await run({}, [login]);
    expect(Object.keys(plain.claims ?? {})).toEqual(['id', 'iat', 'exp']);
  });

  test.each([
    ['as jose says', {}],
    ['by a naive verifier, too', { verifier: 'naive' as const }],
  ])('a token is refused until its nbf and let in from then on, %s', async (_, more) => {
    const actions = [login, request, wait(29), request, wait(1), request];
    const { told } = await run({ token: { notBefore: 30, ...more } }, actions);
    const early = 'tokenNotYetValid';
    expect(told).toEqual(['done', early, 'done', early, 'done', 'allowed']);
  });

  test('a leeway forgives an nbf that is to come', async () => {
    const token = { notBefore: 30, leeway: 10 };
    const { told } = await run({ token }, [login, wait(19), request, wait(1), request]);
    expect(told).toEqual(['done', 'done', 'tokenNotYetValid', 'done', 'allowed']);
  });

  test('a token for another service is refused, and the one for this one is not', async () => {
    const change = { second: { tokenAudience: 'billing' }, token: { audience: 'shop' } };
    const { told } = await run(change, [login, request, atSecond]);
    expect(told).toEqual(['done', 'allowed', 'tokenAudienceWrong']);
    const there = await run(change, [{ ...login, server: 'server2' } as Action, request, atSecond]);
    expect(there.told).toEqual(['done', 'tokenAudienceWrong', 'allowed']);
  });

  test('a service that names no audience asks for none', async () => {
    const { told } = await run({ second: { tokenAudience: 'billing' } }, [
      { type: 'login', server: 'server2', fold: true },
      request,
      { type: 'login', fold: true },
      atSecond,
    ]);
    expect(told).toEqual(['done', 'allowed', 'done', 'tokenAudienceWrong']);
  });

  test.each(['unsigned', 'otherAlgorithm'] as const)(
    'a forger copies aud and iss, so that a naive verifier believes %s',
    async (how) => {
      const token = { audience: 'shop', issuer: 'us', verifier: 'naive' as const };
      const { told } = await run({ token }, [{ type: 'forge', how }]);
      expect(told).toEqual(['done', 'allowed', 'allowed']);
    },
  );
});

const refusalOf = (payload: unknown) => {
  const checked = validateSettings({ payload });
  return 'errors' in checked ? checked.errors.map(({ fault }) => sayFault(fault)) : [];
};

describe('the payload', () => {
  test.each(['id', 'role', 'iat', 'exp', 'jti'])('leaves %s to the server', (name) => {
    expect(refusalOf({ [name]: 1 })).toEqual([
      `${name} is a name that the server keeps for itself; name it otherwise.`,
    ]);
  });

  test.each([
    ['aud', 'audience'],
    ['iss', 'issuer'],
    ['nbf', 'not before'],
  ])('leaves %s to the setting of its own', (name, setting) => {
    expect(refusalOf({ [name]: 'x' })).toEqual([expect.stringContaining(setting)]);
  });

  test('may have a sub, which neither server writes or asks for', async () => {
    expect(refusalOf({ sub: 'ada' })).toEqual([]);
    const { claims, told } = await run({ payload: { sub: 'ada' } }, [login, request]);
    expect(claims).toMatchObject({ sub: 'ada', id: 'abc123' });
    expect(told).toEqual(['done', 'allowed']);
  });
});
