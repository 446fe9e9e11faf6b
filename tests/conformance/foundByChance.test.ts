import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { PLANT_WAYS } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

/** An invented token's cookie, planted by each means before a login and beside its token, in ways that a jar takes and refuses. */
const PLANTED_TOKENS = Object.fromEntries(
  PLANT_WAYS.map((by) => [
    `a token’s cookie is planted by ${by}`,
    [
      {
        origin: by === 'http' ? 'https://bank.localhost:3000' : 'http://bank.localhost:3000',
        token: { keptIn: 'cookie', denyList: true, refreshLifetime: 300 },
      },
      [
        { type: 'plant', invented: true, by },
        { type: 'login' },
        { type: 'request' },
        { type: 'plant', invented: true, by },
        { type: 'request' },
        { type: 'refresh' },
        { type: 'logout' },
        { type: 'request' },
        { type: 'replay' },
        { type: 'forget' },
        { type: 'request' },
      ],
    ] satisfies readonly [SettingsChange, readonly Action[]],
  ]),
);

/** Runs in which random ones once found a difference: so rare that they are kept by themselves. */
const FOUND: Readonly<Record<string, readonly [SettingsChange, readonly Action[]]>> = {
  'a logout that destroys nothing needs its session all the same': [
    { session: { destroyAtLogout: false, store: 'persistent' } },
    [{ type: 'login' }, { type: 'storeOutage' }, { type: 'logout' }],
  ],
  'and none that clears nothing': [
    { session: { destroyAtLogout: false, clearCookieAtLogout: false, store: 'persistent' } },
    [{ type: 'login' }, { type: 'storeOutage' }, { type: 'logout' }, { type: 'request' }],
  ],
  'a proxy hands on a cookie of any size, which the browser refuses': [
    {
      ...{ origin: 'https://bank.localhost:3000', tlsProxy: { tells: true, trusted: true } },
      ...{ token: { keptIn: 'cookie' }, payload: { long: 'é'.repeat(7000) } },
    },
    [{ type: 'login' }, { type: 'request' }],
  ],
  'so it does with session data in the cookie': [
    {
      ...{ origin: 'https://bank.localhost:3000', tlsProxy: { tells: true, trusted: true } },
      ...{ session: { dataIn: 'cookie' }, token: { keptIn: 'cookie' } },
      payload: { long: 'é'.repeat(7000) },
    },
    [{ type: 'login' }, { type: 'request' }, { type: 'steal' }, { type: 'logout' }],
  ],
  'a CSRF token goes with the token’s cookie, whatever that is called': [
    {
      origin: 'https://bank.localhost:3000',
      ...{ csrf: 'token', session: { secure: true } },
      token: { keptIn: 'cookie', cookieName: '__Secure-sid', refreshLifetime: 300 },
    },
    [
      { type: 'login' },
      { type: 'request', target: '/transfer' },
      { type: 'logoutEverywhere' },
      { type: 'request' },
    ],
  ],
  'a closed browser forgets a cookie of every path': [
    { origin: 'http://bank.localhost:3000' },
    [
      { type: 'plant', invented: true, by: 'path' },
      { type: 'leave', how: 'browser' },
      { type: 'request' },
    ],
  ],
  'two tabs of another origin that refresh at once each ask for leave before they post': [
    {
      origin: 'http://bank.localhost:3000',
      frontEnd: { origin: 'http://127.0.0.1:5173', credentials: 'omit', cors: 'any' },
      token: { keptIn: 'memory', refreshLifetime: 300, refreshReadsFirst: true },
    },
    [
      { type: 'login', client: 'phone' },
      { type: 'refreshTwice', client: 'phone' },
      { type: 'end' },
    ],
  ],
  'a program that gets a cookie to plant says what it likes of its page': [
    { origin: 'http://bank.test', csrf: 'fetchSite' },
    [{ type: 'plant' }, { type: 'login' }],
  ],
  'session data in the cookie: a changed password is asked whose page it is from': [
    { origin: 'http://bank.test', csrf: 'fetchSite', session: { dataIn: 'cookie' } },
    [{ type: 'login' }, { type: 'changePassword' }, { type: 'request' }],
  ],
  ...PLANTED_TOKENS,
};

test.each(Object.entries(FOUND))('%s', async (_name, [change, actions]) => {
  expect(await findDifferences({ settings: changeSettings(change), actions })).toEqual([]);
});
