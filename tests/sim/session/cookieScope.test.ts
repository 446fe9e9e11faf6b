import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { CLIENT } from '../../../src/sim/actors.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { SessionSettings } from '../../../src/sim/settings.ts';
import { getClient } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { run } from '../runs.ts';

const login: Action = { type: 'login' };
const logout: Action = { type: 'logout' };
const request: Action = { type: 'request', fold: true };
const HTTP = 'http://bank.localhost:3000';
const HTTPS = 'https://bank.localhost:3000';

async function play(
  lane: Strategy,
  origin: string,
  session: Partial<SessionSettings>,
  actions: readonly Action[],
) {
  const { cookieName } = session;
  const token = { keptIn: 'cookie', ...(cookieName && { cookieName }) } as const;
  const change: SettingsChange = { origin, session, token };
  const { frames } = await run(actions, changeSettings(change));
  const jars = frames.map((frame) => getClient(frame[lane].state, CLIENT).jar);
  return { jar: jars.at(-1) ?? [], last: frames.at(-1)?.[lane].outcome, frames };
}

describe('a login', () => {
  test.each<[string, Partial<SessionSettings>, string]>([
    [HTTP, { cookieDomain: 'bank.localhost' }, 'done'],
    [HTTP, { cookieDomain: '.Bank.localhost' }, 'done'],
    [HTTP, { cookieDomain: 'shop.localhost' }, 'cookieOfOtherDomain'],
    [HTTP, { cookieDomain: 'localhost' }, 'cookieOfOtherDomain'],
    [HTTP, { cookieDomain: 'sub.bank.localhost' }, 'cookieOfOtherDomain'],
    [HTTP, { cookieName: '__Host-sid' }, 'cookieBreaksPrefix'],
    [HTTP, { cookieName: '__secure-sid' }, 'cookieBreaksPrefix'],
    [HTTPS, { cookieName: '__Host-sid', secure: true }, 'done'],
    [HTTPS, { cookieName: '__Http-sid', secure: true, httpOnly: false }, 'cookieBreaksPrefix'],
    [
      HTTPS,
      { cookieName: '__Host-sid', secure: true, cookieDomain: 'bank.localhost' },
      'cookieBreaksPrefix',
    ],
    [HTTPS, { cookieName: '__Secure-sid', secure: true, cookieDomain: 'bank.localhost' }, 'done'],
  ])('at %s with %j leaves the browser with: %s', async (origin, session, told) => {
    const { jar, last } = await play('session', origin, session, [login]);
    expect(last?.idle ?? last?.type).toBe(told);
    expect(jar.map(({ name }) => name)).toEqual(
      told === 'done' ? [session.cookieName ?? 'connect.sid'] : [],
    );
  });
});

describe('a logout', () => {
  const scope = fc.record({
    secure: fc.boolean(),
    cookieName: fc.constantFrom('connect.sid', '__Host-sid', '__Secure-sid', 'token'),
    cookieDomain: fc.constantFrom(undefined, 'bank.localhost', 'shop.localhost'),
  });

  test('that says the attributes again takes the cookie away that the login set, in each lane', async () => {
    const holds = fc.asyncProperty(scope, fc.boolean(), async (session, isSession) => {
      const lane = isSession ? 'session' : 'token';
      const all = { ...session, clearsWithAttributes: true };
      expect((await play(lane, HTTPS, all, [login, logout])).jar).toEqual([]);
    });
    await fc.assert(holds, { numRuns: 60 });
  });

  test('that does not leaves what has a Domain or a name that promises Secure', async () => {
    const holds = fc.asyncProperty(scope, fc.boolean(), async (session, isSession) => {
      const lane = isSession ? 'session' : 'token';
      const set = (await play(lane, HTTPS, session, [login])).jar;
      const { jar } = await play(lane, HTTPS, session, [login, logout]);
      const stays = set.filter(({ name, hostOnly }) => !hostOnly || name.startsWith('__'));
      expect(jar).toEqual(stays);
    });
    await fc.assert(holds, { numRuns: 60 });
  });
});

test('a token in a cookie that is not cleared opens pages as before; a session’s does not', async () => {
  const actions = [login, logout, request];
  const kept = { cookieDomain: 'bank.localhost' };
  expect((await play('token', HTTP, kept, actions)).last?.status).toBe(200);
  expect((await play('session', HTTP, kept, actions)).last?.failure).toBe('sessionUnknown');
});

describe('a new version with another Domain', () => {
  const restart: Action = { type: 'restart' };
  const actions = [login, restart, login, request];

  test.each([
    [undefined, 'bank.localhost'],
    ['bank.localhost', ''],
  ])('leaves two cookies, from %j to %j, and the older one is read', async (before, next) => {
    const session = { cookieDomain: before, nextCookieDomain: next };
    const { jar, last } = await play('session', HTTP, session, actions);
    expect(jar.map(({ hostOnly }) => hostOnly)).toEqual([!before, Boolean(before)]);
    expect(last?.failure).toBe('sessionUnknown');
  });

  test('leaves one where the name changes nothing and neither does the Domain', async () => {
    const session = { cookieDomain: 'bank.localhost', nextCookieDomain: 'bank.localhost' };
    const { jar, last } = await play('session', HTTP, session, actions);
    expect(jar).toHaveLength(1);
    expect(last?.status).toBe(200);
  });
});
