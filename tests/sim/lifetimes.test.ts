import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { listRecords } from '../../src/sim/session/store.ts';
import { readExpiry } from '../../src/sim/token/jwt/jwt.ts';
import { getFrame, run } from './runs.ts';

const LOGIN: Action = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request', fold: true };
const anyWait = fc.integer({ min: 0, max: 2000 });

describe('expires worked out at boot', () => {
  const session = { expiresAtBoot: true, lifetime: 900 };

  test('whoever logs in later stays for what is left of the first lifetime, and then nobody', () =>
    fc.assert(
      fc.asyncProperty(anyWait, fc.constantFrom(-90, 0, 90), async (seconds, clockOffset) => {
        const actions: Action[] = [{ type: 'wait', seconds }, LOGIN, REQUEST];
        const trace = await run(actions, { session, clockOffset });
        const [login, request] = [getFrame(trace, 2).session, getFrame(trace, 3).session];
        expect(login.outcome.idle).toBe(seconds < 900 ? null : 'cookieExpired');
        expect(request.outcome.allowed).toBe(seconds < 900);
        const [cookie] = login.state.clients.client?.jar ?? [];
        if (seconds < 900) expect(cookie?.expires).toBe(trace.scenario.settings.start + 900);
      }),
      { numRuns: 60 },
    ));

  test('a restart works it out anew, at that server alone', async () => {
    const second: Action = { ...LOGIN, server: 'server2' };
    const actions: Action[] = [{ type: 'wait', seconds: 900 }, { type: 'restart' }, LOGIN, second];
    const trace = await run(actions, { session, second: {} });
    expect(getFrame(trace, 3).session.outcome.idle).toBeNull();
    expect(getFrame(trace, 4).session.outcome.idle).toBe('cookieExpired');
  });

  test('a cookie that comes expired takes the older one along', async () => {
    const actions: Action[] = [LOGIN, { type: 'wait', seconds: 899 }, LOGIN];
    const trace = await run([...actions, { type: 'wait', seconds: 1 }, LOGIN], { session });
    expect(getFrame(trace, 3).session.state.clients.client?.jar).toHaveLength(1);
    expect(getFrame(trace, 5).session.state.clients.client?.jar).toEqual([]);
  });
});

describe('a lifetime in the wrong unit', () => {
  test('maxAge in seconds is a thousandth, and the browser cuts off what is less than a second', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (lifetime) => {
        const trace = await run([LOGIN], { session: { lifetime, maxAgeInSeconds: true } });
        const { state, outcome } = getFrame(trace, 1).session;
        const [record] = Object.values(state.stores).flatMap(listRecords);
        const { start } = trace.scenario.settings;
        expect(Date.parse(record?.[1].cookie.expires ?? '')).toBe(start * 1000 + lifetime);
        const seconds = Math.floor(lifetime / 1000);
        expect(outcome.idle).toBe(seconds > 0 ? null : 'cookieExpired');
        const [cookie] = state.clients.client?.jar ?? [];
        expect(cookie?.expires).toBe(seconds > 0 ? start + seconds : undefined);
      }),
      { numRuns: 60 },
    ));

  test.each([
    [3600, 3],
    [86_400, 86],
    [900, 0],
  ])('expiresIn as the text "%i" is %i s', async (lifetime, seconds) => {
    const trace = await run([LOGIN], { token: { lifetime, expiresInAsText: true } });
    const { outcome } = getFrame(trace, 1).token;
    expect(outcome.proof?.expiresAt).toBe(trace.scenario.settings.start + seconds);
  });
});

describe('a token without exp', () => {
  test('names none, and is let in for ever, a copy too', async () => {
    const actions: Action[] = [
      LOGIN,
      { type: 'steal' },
      { type: 'wait', seconds: 10 ** 9 },
      REQUEST,
    ];
    const trace = await run(actions, { token: { noExp: true } });
    const { outcome, state } = getFrame(trace, -1).token;
    expect(outcome.allowed).toBe(true);
    expect(outcome.proof?.expiresAt).toBeNull();
    expect(readExpiry(state.clients.attacker?.stolen[0] ?? '')).toBeNull();
    expect(outcome.copy).toEqual({ accepted: true, expiresAt: null, failure: null });
  });

  test('stays on a deny-list for ever', async () => {
    const actions: Action[] = [LOGIN, { type: 'steal' }, { type: 'logout', fold: true }];
    const replay: Action = { type: 'replay', fold: true };
    const trace = await run([...actions, replay], { token: { noExp: true, denyList: true } });
    expect(Object.values(getFrame(trace, 3).token.state.servers.server?.denyList ?? {})).toEqual([
      null,
    ]);
    expect(getFrame(trace, -1).token.outcome.failure).toBe('tokenRevoked');
  });
});
