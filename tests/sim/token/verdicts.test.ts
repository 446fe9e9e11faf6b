import { expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { patchUser } from '../../../src/sim/lanes/user.ts';
import { signToken, verifyToken } from '../../../src/sim/token/jwt/jwt.ts';
import { isOutdated } from '../../../src/sim/token/verify/compareIat.ts';
import { checkCopy } from '../../../src/sim/token/verify/verifyRequest.ts';
import { runScenario, startTrace } from '../../../src/sim/trace.ts';
import { getFrame, toScenario, toSettings } from '../runs.ts';

const SECRET = 'a secret of more than thirty-two bytes';
const NOW = 1767268800;

test.each([
  [{}, null],
  [{ audience: 'shop', issuer: 'us', typ: 'at+jwt' }, null],
  [{ audience: 'bank' }, 'tokenAudienceWrong'],
  [{ issuer: 'them' }, 'tokenIssuerWrong'],
  [{ typ: 'JWT' }, 'tokenTypeWrong'],
])('a token of us for the shop, where %j is asked for: %s', async (rules, failure) => {
  const claims = { id: 'abc123', lifetime: 900, now: NOW, audience: 'shop', issuer: 'us' };
  const token = await signToken(SECRET, claims, { alg: 'HS256', typ: 'at+jwt' });
  expect((await verifyToken(token, SECRET, NOW, rules)).failure).toBe(failure);
});

test.each([
  ['exp', { lifetime: 10 }, 10, 'tokenExpired'],
  ['nbf', { lifetime: 99, notBefore: 10 }, 9, 'tokenNotYetValid'],
] as const)('a leeway of 5 s moves %s by just that', async (_claim, times, at, failure) => {
  const token = await signToken(SECRET, { id: 'abc123', now: NOW, ...times });
  const verify = async (now: number, leeway?: number) =>
    (await verifyToken(token, SECRET, NOW + now, { leeway })).failure;
  expect(await verify(at)).toBe(failure);
  expect(await verify(at, 5)).toBe(null);
  const beyond = failure === 'tokenExpired' ? at + 5 : at - 5;
  expect(await verify(beyond, 5)).toBe(failure);
});

test.each([
  ['library', 930],
  ['naive', 900],
] as const)(
  'a copy that a %s verifier judges opens for %s s: only a library knows a leeway',
  async (verifier, seconds) => {
    const settings = toSettings({ token: { verifier, leeway: 30, lifetime: 900 } });
    const actions: readonly Action[] = [{ type: 'login' }, { type: 'steal' }];
    const trace = await runScenario({ ...toScenario(), settings, actions });
    const { state } = getFrame(trace, trace.frames.length - 1).token;
    const copy = await checkCopy(settings, state);
    expect(copy).toEqual({ accepted: true, expiresAt: settings.start + seconds, failure: null });
  },
);

test.each([
  [true, 10, 9, true],
  [true, 10, 10, false],
  [true, 10, undefined, true],
  [true, undefined, -9, false],
  [false, 10, 9, false],
])(
  'iat compared: %s, valid since %s, iat %s: outdated is %s',
  (comparesIat, validSince, iat, old) => {
    const settings = toSettings({ token: { comparesIat } });
    const { state } = getFrame(startTrace(toScenario()), 0).token;
    const patched = patchUser(state, settings, validSince === undefined ? {} : { validSince });
    const claims = { id: settings.user.id, ...(iat !== undefined && { iat }) };
    expect(isOutdated(patched, settings, claims)).toBe(old);
  },
);
