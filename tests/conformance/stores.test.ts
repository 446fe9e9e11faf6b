import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/entry.ts';
import type { SessionSettings } from '../../src/sim/settings.ts';
import { findDifferences } from './harness/player.ts';
import { STORES } from './harness/world.ts';

const login: Action = { type: 'login' };
const request: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const restart: Action = { type: 'restart' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const toSettings = (session: Partial<SessionSettings> = {}) =>
  changeSettings({ session: { ...session, store: 'persistent' } });

describe.each(STORES)('with the sessions in %s', (store) => {
  // The engine drops a record when somebody asks for it too late, Redis by its own clock.
  test('a session slides with use, and is over to the second', async () => {
    const actions = [login, wait(600), request, wait(899), request, restart, wait(900), request];
    expect(await findDifferences({ settings: toSettings(), actions }, store)).toEqual([]);
  });

  test('a session that nobody ends lives on, without maxAge', async () => {
    const settings = toSettings({ lifetime: null, saveUninitialized: true, regenerate: false });
    const actions = [request, login, wait(3600), request, logout, request];
    expect(await findDifferences({ settings, actions }, store)).toEqual([]);
  });

  test('two stores have nothing in common', async () => {
    const settings = { ...toSettings(), second: {}, sharedStore: false };
    const onSecond: Action = { type: 'request', server: 'server2' };
    const actions = [login, onSecond, request];
    expect(await findDifferences({ settings, actions }, store)).toEqual([]);
  });
});
