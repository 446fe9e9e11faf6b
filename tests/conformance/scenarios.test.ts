import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import type { SessionSettings, Settings } from '../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { findDifferences } from './harness/player.ts';
import { keepsOutside, STORES } from './harness/world.ts';

for (const scenario of SCENARIOS) {
  const sent = `every message of ${scenario.id} is what the real servers send`;
  if (keepsOutside(scenario.settings)) {
    test.each(STORES)(`${sent}, with the sessions in %s`, async (store) => {
      expect(await findDifferences(scenario, store)).toEqual([]);
    });
    continue;
  }
  test(sent, async () => {
    expect(await findDifferences(scenario)).toEqual([]);
  });
}

const login: Action = { type: 'login' };
const wrongLogin: Action = { type: 'login', password: 'wrong horse' };
const request: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const LISTS: Readonly<Record<string, readonly Action[]>> = {
  'a wrong password': [wrongLogin, request],
  'a wrong password while logged in': [login, wrongLogin, request],
  'a request without a login': [request],
  'a logout without a login': [logout],
  'two logins': [login, login, request],
  'a session that slides with use': [login, wait(600), request, wait(200), request, logout],
  'the last second before maxAge': [login, wait(899), request],
  'exactly at maxAge': [login, wait(900), request],
  'a second login after the first expired': [login, wait(900), login, request],
  'two logouts': [login, logout, logout, request],
};

for (const [name, actions] of Object.entries(LISTS)) {
  test(`the real servers agree on ${name}`, async () => {
    expect(await findDifferences({ settings: DEFAULT_SETTINGS, actions })).toEqual([]);
  });
}

const withSession = (session: Partial<SessionSettings>): Settings => ({
  ...DEFAULT_SETTINGS,
  session: { ...DEFAULT_SETTINGS.session, ...session },
});
const day: readonly Action[] = [request, login, wait(60), request, wrongLogin, logout, request];

const VARIANTS: readonly Partial<SessionSettings>[] = [
  { rolling: true },
  { saveUninitialized: true },
  { saveUninitialized: true, regenerate: false },
  { regenerate: false },
  { sameSite: 'strict' },
  { sameSite: null },
  { httpOnly: false },
  { secure: true },
  { lifetime: null },
  { lifetime: null, rolling: true },
  { lifetime: null, regenerate: false, saveUninitialized: true },
  { lifetime: 60 },
  { secrets: ['a new secret of at least 32 bytes', 'the old secret of at least 32 bytes'] },
  { clearCookieAtLogout: false },
  { destroyAtLogout: false },
  { destroyAtLogout: false, rolling: true },
  { destroyAtLogout: false, clearCookieAtLogout: false },
];

for (const session of VARIANTS) {
  test(`the real servers agree on a day with ${JSON.stringify(session)}`, async () => {
    const settings = withSession(session);
    expect(await findDifferences({ settings, actions: day })).toEqual([]);
  });
}

test('a copy of a cookie that was only cleared is accepted until its record expires', async () => {
  const settings = withSession({ destroyAtLogout: false });
  const actions = [login, logout, wait(899), request, wait(1), request];
  expect(await findDifferences({ settings, actions })).toEqual([]);
});

test('a token of another lifetime', async () => {
  const settings = { ...DEFAULT_SETTINGS, token: { ...DEFAULT_SETTINGS.token, lifetime: 120 } };
  const actions = [login, wait(119), request, logout, wait(1), request];
  expect(await findDifferences({ settings, actions })).toEqual([]);
});
