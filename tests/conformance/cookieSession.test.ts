import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

const inCookie = (change: SettingsChange = {}) =>
  changeSettings({ ...change, session: { ...change.session, dataIn: 'cookie' } });

const login: Action = { type: 'login' };
const request: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const steal: Action = { type: 'steal' };
const replay: Action = { type: 'replay' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });
const forge = (how: 'unsigned' | 'otherSecret' | 'leakedSecret' | 'otherService'): Action => ({
  type: 'forge',
  how,
});

const LISTS: Readonly<Record<string, readonly Action[]>> = {
  'a request without a login': [request, logout],
  'a wrong password': [{ type: 'login', password: 'wrong horse' }, request],
  'two logins, two logouts': [login, login, request, logout, request, logout],
  'a copy after the logout': [login, steal, logout, replay, wait(86_400), replay],
  'the end of the browser’s cookies': [login, wait(899), request, wait(1), request],
  'altered cookies': [
    login,
    ...(['sid', 'signature', 'payload', 'lastLetter'] as const).map(
      (part): Action => ({ type: 'tamper', part }),
    ),
  ],
  'forged cookies': [
    login,
    ...(['unsigned', 'otherSecret', 'leakedSecret', 'otherService'] as const).map(forge),
    { type: 'forge', how: 'otherAlgorithm' },
    { type: 'rotateSecret', how: 'replace' },
    forge('leakedSecret'),
    forge('otherService'),
  ],
  'a key that is rotated': [
    login,
    { type: 'rotateSecret', how: 'add' },
    request,
    request,
    { type: 'rotateSecret', how: 'retire' },
    request,
    request,
    login,
    { type: 'rotateSecret', how: 'add' },
    request,
    { type: 'leave', how: 'browser' },
    request,
  ],
  'a ban, and a role that is lost': [login, steal, { type: 'ban' }, request, replay, login],
  'a password that is changed': [
    login,
    { type: 'changePassword' },
    request,
    { type: 'logoutEverywhere' },
    request,
  ],
  'planted cookies': [
    { type: 'plant' },
    { type: 'plant', invented: true },
    request,
    login,
    request,
    replay,
    { type: 'plant', invented: true, by: 'path' },
    request,
    steal,
    logout,
    replay,
  ],
  'a slow request': [
    login,
    { type: 'startSlow' },
    { type: 'rotateSecret', how: 'add' },
    { type: 'startSlow' },
    logout,
    { type: 'finishSlow' },
    { type: 'finishSlow' },
    request,
  ],
  'scripts and other sites': [
    login,
    { type: 'injectScript', mode: 'read' },
    { type: 'injectScript', mode: 'ride' },
    { type: 'crossSite', vehicle: 'form' },
    { type: 'crossSite', vehicle: 'link' },
  ],
  'a login that is thrown away': [login, { type: 'forget' }, request, { type: 'back' }],
};

for (const [name, actions] of Object.entries(LISTS)) {
  test(`cookie-session and the engine agree on ${name}`, async () => {
    expect(await findDifferences({ settings: inCookie(), actions })).toEqual([]);
  });
}

const day: readonly Action[] = [
  ...[request, login, wait(60), request, steal, logout, request, replay],
];
const VARIANTS: Readonly<Record<string, SettingsChange>> = {
  'no maxAge': { session: { lifetime: null } },
  'scripts may read': { session: { httpOnly: false } },
  'no SameSite': { session: { sameSite: null } },
  'Secure over http': { session: { secure: true } },
  'Secure over https': { origin: 'https://bank.test', session: { secure: true } },
  'auto over https': { origin: 'https://bank.test', session: { secure: 'auto', sameSite: 'none' } },
  'auto over http': { session: { secure: 'auto' } },
  'a proxy that nobody believes': {
    origin: 'https://bank.test',
    session: { secure: true },
    tlsProxy: { tells: true, trusted: false },
  },
  'another origin': {
    frontEnd: { origin: 'http://localhost:8080', credentials: 'include', cors: 'credentials' },
  },
  'another origin, no CORS': {
    frontEnd: { origin: 'http://localhost:8080', credentials: 'include', cors: 'none' },
  },
  'a copied role': { user: { role: 'admin' }, session: { copiesUser: true } },
  'more data': { payload: { theme: 'dark', name: 'Zoë' } },
  'too much data': { payload: { text: 'x'.repeat(4096) } },
  'caches may keep': { noStore: false },
};

for (const [name, change] of Object.entries(VARIANTS)) {
  test(`cookie-session and the engine agree on a day with: ${name}`, async () => {
    expect(await findDifferences({ settings: inCookie(change), actions: day })).toEqual([]);
  });
}

test('a restart loses nothing, and a second server needs nothing but the key', async () => {
  const actions: readonly Action[] = [
    ...[login, { type: 'restart' } as const, request],
    ...[{ type: 'request', server: 'server2' } as const, logout],
    { type: 'request', server: 'server2' },
  ];
  expect(await findDifferences({ settings: inCookie({ second: {} }), actions })).toEqual([]);
});
