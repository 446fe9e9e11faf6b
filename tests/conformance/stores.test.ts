import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type { SessionSettings } from '../../src/sim/settings.ts';
import { atTime } from './harness/clock.ts';
import { findDifferences, openPlayer } from './harness/player.ts';
import { STORES } from './harness/world.ts';

const login: Action = { type: 'login' };
const request: Action = { type: 'request' };
const steal: Action = { type: 'steal' };
const replay: Action = { type: 'replay' };
const logout: Action = { type: 'logout' };
const restart: Action = { type: 'restart' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const toSettings = (session: Partial<SessionSettings> = {}) =>
  changeSettings({ session: { ...session, store: 'persistent' } });

describe.each(STORES)('with the sessions in %s', (store) => {
  // The engine drops a record when somebody asks for it too late, Redis by its own clock. A browser
  // would drop its cookie first, so it is a copy that asks.
  test('a session slides with use, and is over to the second', async () => {
    const slides = [login, steal, wait(600), request, wait(899), replay];
    const actions = [...slides, restart, wait(899), replay, wait(900), replay];
    expect(await findDifferences({ settings: toSettings(), actions }, store)).toEqual([]);
  });

  test('a session that nobody ends lives on, without maxAge', async () => {
    const settings = toSettings({ lifetime: null, saveUninitialized: true, regenerate: false });
    const actions = [request, login, wait(3600), request, logout, request];
    expect(await findDifferences({ settings, actions }, store)).toEqual([]);
  });

  test('a slow one is waited for as the engine says, and two records are destroyed at once', async () => {
    const settings = toSettings({ storeLatencyMs: 300, absoluteLifetime: 60 });
    const onPhone: Action = { ...login, client: 'phone' };
    const onTablet: Action = { ...login, client: 'tablet' };
    const everywhere: Action = { type: 'logoutEverywhere' };
    const begin = [request, login, request, login, onPhone, onTablet, everywhere];
    const actions = [...begin, login, wait(60), request, request, login, logout];
    expect(await findDifferences({ settings, actions }, store)).toEqual([]);
  });

  // What is compared above is measured, and does not come from the engine.
  test('the time of a slow one is measured', async () => {
    const settings = toSettings({ storeLatencyMs: 300 });
    const waited = await atTime(settings.start, async () => {
      const player = await openPlayer('session', settings, [login, request], store);
      try {
        await player.play(login);
        await player.play(request);
        return await player.takeWaited();
      } finally {
        await player.close();
      }
    });
    expect(waited).toBe(1200);
  });

  test('two stores have nothing in common', async () => {
    const settings = { ...toSettings(), second: {}, sharedStore: false };
    const onSecond: Action = { type: 'request', server: 'server2' };
    const actions = [login, onSecond, request];
    expect(await findDifferences({ settings, actions }, store)).toEqual([]);
  });
});
