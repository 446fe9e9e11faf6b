import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type { Settings, TokenSettings } from '../../src/sim/settings.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { atTime } from './harness/clock.ts';
import { findDifferences, openPlayer } from './harness/player.ts';

const login: Action = { type: 'login' };
const request: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const refresh: Action = { type: 'refresh' };
const twice: Action = { type: 'refreshTwice' };
const everywhere: Action = { type: 'logoutEverywhere' };
const password: Action = { type: 'changePassword' };
const steal: Action = { type: 'steal' };
const replay: Action = { type: 'replay' };
const down: Action = { type: 'storeOutage' };
const up: Action = { type: 'storeOutage', over: true };
const second: Action = { type: 'wait', seconds: 1 };
const restart: Action = { type: 'restart' };

const IN_STORE = { inSessionStore: true } as const;
const DENY_LIST: Partial<TokenSettings> = { ...IN_STORE, denyList: true };
const REFRESH: Partial<TokenSettings> = { ...IN_STORE, refreshLifetime: 86_400 };

const toSettings = (token: Partial<TokenSettings>, storeLatencyMs = 0): Settings =>
  changeSettings({ session: { store: 'persistent', storeLatencyMs }, token });

/** Everything that asks a list, while it is there, while it is not, and afterwards. */
const WALK = [login, steal, request, refresh, twice, request, replay, logout, replay];
const ALL: readonly Action[] = [
  ...[...WALK, login, down, ...WALK, login, up, request, login, steal],
  ...[down, second, everywhere, password, logout, up, replay],
  ...[login, restart, request, refresh, logout],
];

const DESIGNS: readonly (readonly [string, Partial<TokenSettings>])[] = [
  ['a deny-list', DENY_LIST],
  ['refresh tokens', REFRESH],
  ['both', { ...DENY_LIST, ...REFRESH }],
  ['refresh tokens that are JWTs', { ...REFRESH, refreshFormat: 'jwt' }],
  ['refresh tokens in a cookie', { ...REFRESH, refreshInCookie: true }],
  ['a rotation that reads first', { ...REFRESH, refreshReadsFirst: true }],
  ['a grace period', { ...REFRESH, refreshGrace: 60 }],
  ['a look at iat, too', { ...DENY_LIST, ...REFRESH, comparesIat: true }],
  ['a look at iat and no deny-list', { ...REFRESH, comparesIat: true }],
  ['a token in a cookie', { ...DENY_LIST, ...REFRESH, keptIn: 'cookie' }],
  ['a database of its own', { denyList: true, refreshLifetime: 86_400 }],
];

test.each(DESIGNS)('%s in the session store is down and slow with it', async (_, token) => {
  const settings = toSettings(token, 300);
  expect(await findDifferences({ settings, actions: ALL })).toEqual([]);
});

test('two servers that share their store share its outage', async () => {
  const settings: Settings = {
    ...toSettings({ ...DENY_LIST, ...REFRESH }),
    ...{ second: {}, sharedStore: true },
  };
  const onSecond = (action: Action) => ({ ...action, server: 'server2' }) as Action;
  const actions = [login, steal, onSecond(request), onSecond(logout), replay, down];
  const rest = [login, onSecond(replay), up, onSecond(login), refresh, onSecond(refresh)];
  expect(await findDifferences({ settings, actions: [...actions, ...rest] })).toEqual([]);
});

// A list that answers no question is asked for an ID, and there the server has to say something.
test('whoever fails says no, by 500, and not that the token is bad', async () => {
  const settings = toSettings(DENY_LIST);
  const actions = [login, steal, down, request, logout, up, replay];
  const scenario = { id: 'played', title: '', question: '', settings, actions };
  const { frames } = await runScenario(scenario);
  const engine = frames.flatMap(({ token }) => token.outcome.status ?? []);
  const real = await atTime(settings.start, async () => {
    const player = await openPlayer('token', settings, actions);
    try {
      for (const action of actions) await player.play(action);
      return player.takeExchanges().map(({ response }) => [response.status, response.body]);
    } finally {
      await player.close();
    }
  });
  const failed = [500, '{"error":"server_error"}'];
  expect(real.slice(1)).toEqual([failed, failed, [200, '{"userId":"abc123"}']]);
  expect(engine.slice(1)).toEqual(real.slice(1).map(([status]) => status));
});
