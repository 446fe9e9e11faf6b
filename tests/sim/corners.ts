import type { Action, ActionOf } from '../../src/sim/action.ts';
import { FORGERIES, PLANT_WAYS, TAMPER_PARTS } from '../../src/sim/action.ts';
import type { SettingsPatch } from './runs.ts';

/** A run that no Scenario is about: what few people do, under settings that few have. */
export interface Corner {
  readonly patch: SettingsPatch;
  readonly actions: readonly Action[];
}

const fold = true;
const LOGIN: Action = { type: 'login' };
const REQUEST: Action = { type: 'request' };
const ADMIN: Action = { type: 'request', target: '/admin', fold };
const LOGOUT: Action = { type: 'logout' };
const EVERYWHERE: Action = { type: 'logoutEverywhere' };
const CHANGE: Action = { type: 'changePassword' };
const STEAL: Action = { type: 'steal' };
const REPLAY: Action = { type: 'replay' };
const FORGET: Action = { type: 'forget' };
const START: Action = { type: 'startSlow' };
const FINISH: Action = { type: 'finishSlow' };
const BACK: Action = { type: 'back' };
const REFRESH: Action = { type: 'refresh' };
const RESTART: Action = { type: 'restart' };
const DOWN: Action = { type: 'storeOutage' };
const UP: Action = { type: 'storeOutage', over: true };
const BAN: Action = { type: 'ban' };
const DEMOTE: Action = { type: 'demote' };
const READ: Action = { type: 'injectScript', mode: 'read' };
const RIDE: Action = { type: 'injectScript', mode: 'ride' };
const rotate = (how: ActionOf<'rotateSecret'>['how']): Action => ({ type: 'rotateSecret', how });
const wait = (seconds: number): Action => ({ type: 'wait', seconds });
const leave = (how: ActionOf<'leave'>['how']): Action => ({ type: 'leave', how });
const plant = (by: ActionOf<'plant'>['by'], invented: boolean): Action => ({
  ...{ type: 'plant', fold, invented },
  ...(by && { by }),
});
const cross = (
  vehicle: ActionOf<'crossSite'>['vehicle'],
  from?: ActionOf<'crossSite'>['from'],
): Action => ({ type: 'crossSite', vehicle, ...(from && { from }) });

const TAMPERED = TAMPER_PARTS.map((part): Action => ({ type: 'tamper', part, fold }));
const FORGED = FORGERIES.map((how): Action => ({ type: 'forge', how, fold }));
const PLANTED = PLANT_WAYS.map((by) => plant(by, true));

/** The account's own business: a changed password, a lost role, a ban, a logout of all. */
const ACCOUNT: readonly Action[] = [
  CHANGE,
  { ...LOGIN, password: 'no' },
  { type: 'login', client: 'phone', fold },
  LOGIN,
  ADMIN,
  { type: 'steal', client: 'phone' },
  STEAL,
  REPLAY,
  CHANGE,
  DEMOTE,
  ADMIN,
  EVERYWHERE,
  { type: 'request', client: 'phone', fold },
  { ...LOGIN, old: true, fold },
  LOGIN,
  STEAL,
  LOGIN,
  STEAL,
  REPLAY,
  BAN,
  CHANGE,
  REQUEST,
  LOGIN,
  EVERYWHERE,
];

/** What is lost, kept and drawn anew without anybody's asking for it. */
const UPKEEP: readonly Action[] = [
  RESTART,
  FORGET,
  leave('reload'),
  LOGIN,
  BACK,
  BACK,
  leave('reload'),
  BACK,
  leave('tab'),
  REFRESH,
  { type: 'refreshTwice' },
  FORGET,
  FORGET,
  LOGIN,
  rotate('add'),
  REQUEST,
  rotate('retire'),
  REQUEST,
  LOGIN,
  RESTART,
  REQUEST,
  DOWN,
  REQUEST,
  UP,
  leave('browser'),
  LOGOUT,
  LOGIN,
  rotate('replace'),
  REQUEST,
];

/** Whatever the attacker has. */
const ATTACKS: readonly Action[] = [
  REPLAY,
  LOGIN,
  READ,
  REPLAY,
  STEAL,
  REPLAY,
  { type: 'replay', what: 'refreshToken', fold },
  RIDE,
  ...TAMPERED,
  ...FORGED,
  { type: 'refresh', client: 'attacker' },
  LOGOUT,
  { type: 'replay', target: '/transfer', fold },
];

const PLANTS: readonly Action[] = [
  plant(undefined, false),
  plant(undefined, true),
  plant(undefined, true),
  REQUEST,
  LOGIN,
  ...PLANTED,
  plant('subdomain', false),
  REQUEST,
  STEAL,
  READ,
  REPLAY,
  FORGET,
  READ,
  LOGOUT,
];

const SLOW: readonly Action[] = [
  START,
  FINISH,
  LOGIN,
  START,
  LOGOUT,
  FINISH,
  LOGIN,
  rotate('add'),
  START,
  FINISH,
  START,
  RESTART,
  FINISH,
  BAN,
  START,
];

/** The page on another origin than its server. */
const FRONT_END: readonly Action[] = [
  LOGIN,
  REQUEST,
  CHANGE,
  START,
  FINISH,
  BACK,
  REFRESH,
  { type: 'refreshTwice' },
  EVERYWHERE,
  LOGIN,
  LOGOUT,
];

const FOREIGN: readonly Action[] = [
  LOGIN,
  ...(['link', 'form', 'fetch'] as const).flatMap((how) => [cross(how), cross(how, 'sibling')]),
  RIDE,
  STEAL,
  { type: 'replay', target: '/transfer', fold },
  CHANGE,
  EVERYWHERE,
];

const IN_COOKIE = { dataIn: 'cookie' } as const;
const REFRESHES = { refreshLifetime: 3600 } as const;
const OTHER_PORT = 'http://localhost:5173';
const SECURE = { secure: true, sameSite: 'none' } as const;

/** By the name of the golden file. */
export const CORNERS: Readonly<Record<string, Corner>> = {
  'account-data-in-cookie': {
    patch: { user: { role: 'admin' }, session: IN_COOKIE, token: { comparesIat: true } },
    actions: ACCOUNT,
  },
  'account-role-copied': {
    patch: {
      user: { role: 'admin' },
      payload: { city: 'Köln' },
      session: { copiesUser: true, endAllAtPasswordChange: true },
      token: { ...REFRESHES, denyList: true, comparesIat: true },
    },
    actions: ACCOUNT,
  },
  'account-role-in-cookie': {
    patch: {
      user: { role: 'admin' },
      payload: { city: 'Köln' },
      session: { ...IN_COOKIE, copiesUser: true },
      token: { ...REFRESHES, keptIn: 'cookie' },
    },
    actions: ACCOUNT,
  },
  'account-absolute-end': {
    patch: {
      session: { absoluteLifetime: 60, clearCookieAtLogout: false },
      token: { ...REFRESHES, keptIn: 'cookie', refreshInCookie: true, denyList: true },
    },
    actions: [
      LOGIN,
      wait(59),
      CHANGE,
      wait(1),
      REQUEST,
      CHANGE,
      LOGIN,
      STEAL,
      wait(60),
      EVERYWHERE,
      REPLAY,
      REFRESH,
      LOGIN,
      EVERYWHERE,
      LOGIN,
      LOGOUT,
    ],
  },
  'account-csrf-token': {
    patch: { csrf: 'token', session: { sameSite: 'none', secure: false } },
    actions: [CHANGE, LOGIN, CHANGE, FORGET, EVERYWHERE, LOGIN, leave('reload'), CHANGE, RIDE],
  },
  'login-on-a-session': {
    patch: { csrf: 'token', session: { regenerate: false } },
    actions: [LOGIN, LOGIN, REQUEST, CHANGE],
  },
  'login-unkept-csrf-token': {
    patch: {
      csrf: 'token',
      session: { store: 'persistent', regenerate: false },
      token: { keptIn: 'cookie' },
    },
    actions: [DOWN, LOGIN, CHANGE, UP, REQUEST, CHANGE],
  },
  'phone-beside-stolen': {
    patch: { session: { ...IN_COOKIE } },
    actions: [
      { type: 'login', client: 'phone', fold },
      { type: 'logoutEverywhere', client: 'phone' },
      plant('script', true),
      { type: 'leave', how: 'reload', client: 'phone' },
      { type: 'startSlow', client: 'phone' },
      { type: 'finishSlow', client: 'phone' },
      LOGIN,
      LOGOUT,
      { type: 'login', client: 'phone', fold },
      { type: 'startSlow', client: 'phone' },
      { type: 'finishSlow', client: 'phone' },
    ],
  },
  'upkeep-data-in-cookie': {
    patch: {
      secretAtBoot: 'random',
      noStore: false,
      session: IN_COOKIE,
      token: { ...REFRESHES, keptIn: 'memory' },
    },
    actions: UPKEEP,
  },
  'upkeep-browser-session': {
    patch: {
      secretAtBoot: 'random',
      noStore: false,
      session: { lifetime: null, saveUninitialized: true, resave: true },
      token: { ...REFRESHES, denyList: true, kid: true },
    },
    actions: UPKEEP,
  },
  'upkeep-outside-store': {
    patch: {
      session: {
        ...{ store: 'persistent', storeLatencyMs: 20, rolling: true, countsVisits: true },
        ...{ destroyAtLogout: false, regenerate: false },
      },
      token: { keptIn: 'cookie', leeway: 30 },
    },
    actions: [...UPKEEP, DOWN, LOGIN, LOGOUT, plant(undefined, false), EVERYWHERE, CHANGE],
  },
  'attacks-data-in-cookie': {
    patch: {
      user: { role: 'admin' },
      session: { ...IN_COOKIE, httpOnly: false, lifetime: null },
      token: { ...REFRESHES, refreshFormat: 'jwt' },
    },
    actions: ATTACKS,
  },
  'attacks-role-in-cookie': {
    patch: {
      user: { role: 'admin' },
      origin: 'https://bank.test',
      session: { ...IN_COOKIE, copiesUser: true, ...SECURE },
      token: { ...REFRESHES, refreshFormat: 'jwt', checkTyp: true, kid: true, audience: 'bank' },
    },
    actions: ATTACKS,
  },
  'attacks-no-role-in-cookie': {
    patch: { session: { ...IN_COOKIE, copiesUser: true, httpOnly: false } },
    actions: ATTACKS,
  },
  'attacks-naive-verifier': {
    patch: {
      session: { httpOnly: false, saveUninitialized: true },
      token: { ...REFRESHES, verifier: 'naive', denyList: true, keptIn: 'memory' },
    },
    actions: ATTACKS,
  },
  'attacks-token-in-cookie': {
    patch: {
      user: { role: 'user' },
      second: { tokenAudience: 'shop' },
      token: { keptIn: 'cookie', issuer: 'me', algorithms: ['HS256', 'HS512'], leeway: 30 },
    },
    actions: ATTACKS,
  },
  'plants-data-in-cookie': {
    patch: {
      origin: 'http://bank.localhost:3000',
      session: IN_COOKIE,
      token: { keptIn: 'cookie' },
    },
    actions: PLANTS,
  },
  'plants-in-secure-cookie': {
    patch: {
      origin: 'https://bank.test',
      session: { ...SECURE, httpOnly: false, saveUninitialized: true, regenerate: false },
      token: { keptIn: 'cookie', cookieName: '__Host-token' },
    },
    actions: PLANTS,
  },
  'plants-behind-prefix': {
    patch: { origin: 'https://bank.test', session: { ...SECURE, cookieName: '__Host-sid' } },
    actions: PLANTS,
  },
  'slow-data-in-cookie': { patch: { session: IN_COOKIE }, actions: SLOW },
  'slow-role-in-cookie': {
    patch: { payload: { a: [1] }, session: { ...IN_COOKIE, copiesUser: true } },
    actions: SLOW,
  },
  'slow-store': {
    patch: {
      session: { countsVisits: true, resave: true, store: 'persistent', storeLatencyMs: 5 },
      token: { kid: true },
    },
    actions: SLOW,
  },
  'front-end-omits': {
    patch: {
      frontEnd: { origin: OTHER_PORT, credentials: 'omit', cors: 'credentials' },
      session: IN_COOKIE,
      token: REFRESHES,
    },
    actions: FRONT_END,
  },
  'front-end-unheard': {
    patch: {
      frontEnd: { origin: OTHER_PORT, credentials: 'include', cors: 'none' },
      session: IN_COOKIE,
      token: REFRESHES,
    },
    actions: FRONT_END,
  },
  'front-end-heard': {
    patch: {
      frontEnd: { origin: OTHER_PORT, credentials: 'include', cors: 'credentials' },
      session: IN_COOKIE,
      token: { ...REFRESHES, keptIn: 'cookie' },
    },
    actions: FRONT_END,
  },
  'front-end-same-origin': {
    patch: {
      frontEnd: { origin: OTHER_PORT, credentials: 'same-origin', cors: 'any' },
      session: { saveUninitialized: true },
      token: { ...REFRESHES, refreshInCookie: true },
    },
    actions: FRONT_END,
  },
  'front-end-blocked': {
    patch: {
      origin: 'https://api.test',
      frontEnd: { origin: 'https://app.test', credentials: 'include', cors: 'credentials' },
      thirdPartyCookies: 'blocked',
      csrf: 'fetchSite',
      session: { ...IN_COOKIE, ...SECURE },
      token: { keptIn: 'cookie' },
    },
    actions: FRONT_END,
  },
  'front-end-insecure': {
    patch: {
      frontEnd: { origin: 'http://127.0.0.1:5173', credentials: 'include', cors: 'credentials' },
      session: { sameSite: 'none' },
      token: { keptIn: 'cookie' },
    },
    actions: [LOGIN, REQUEST],
  },
  'insecure-and-blocked': {
    patch: {
      thirdPartyCookies: 'blocked',
      session: { sameSite: 'none' },
      token: { keptIn: 'cookie' },
    },
    actions: [LOGIN, REQUEST],
  },
  'front-end-refused': {
    patch: {
      frontEnd: { origin: OTHER_PORT, credentials: 'include', cors: 'origin' },
      csrf: 'token',
      session: { store: 'persistent' },
      token: { ...REFRESHES, keptIn: 'cookie', denyList: true },
    },
    actions: [...FRONT_END, DOWN, LOGIN, REQUEST, LOGOUT],
  },
  'foreign-origin-checked': {
    patch: { csrf: 'origin', session: { ...IN_COOKIE, sameSite: null } },
    actions: FOREIGN,
  },
  'foreign-site-checked': {
    patch: {
      user: { role: 'admin' },
      origin: 'https://bank.test',
      csrf: 'fetchSite',
      session: { ...IN_COOKIE, ...SECURE, copiesUser: true },
      token: { keptIn: 'cookie' },
    },
    actions: FOREIGN,
  },
  'foreign-token-checked': {
    patch: {
      origin: 'https://bank.test',
      csrf: 'token',
      session: SECURE,
      token: { keptIn: 'cookie' },
    },
    actions: FOREIGN,
  },
  'foreign-third-party': {
    patch: {
      origin: 'https://bank.test',
      thirdPartyCookies: 'blocked',
      session: SECURE,
      token: { keptIn: 'cookie' },
    },
    actions: FOREIGN,
  },
  'secure-over-http': {
    patch: {
      origin: 'http://bank.test',
      session: { ...IN_COOKIE, secure: true },
      token: { keptIn: 'cookie' },
    },
    actions: [LOGIN, REQUEST, STEAL, LOGOUT],
  },
  'refresh-token-in-secure-cookie': {
    patch: {
      origin: 'https://bank.test',
      session: SECURE,
      token: { ...REFRESHES, keptIn: 'memory', refreshInCookie: true, refreshGrace: 10 },
    },
    actions: [
      REFRESH,
      { type: 'refresh', client: 'attacker' },
      LOGIN,
      leave('reload'),
      STEAL,
      REFRESH,
      { type: 'refresh', client: 'attacker' },
      wait(10),
      { type: 'refresh', client: 'attacker' },
      BAN,
      { type: 'refresh', client: 'attacker' },
    ],
  },
  'refresh-token-outlived': {
    patch: { token: { refreshLifetime: 60, lifetime: 60, refreshFormat: 'jwt', kid: true } },
    actions: [
      LOGIN,
      { type: 'login', client: 'phone', fold },
      STEAL,
      wait(59),
      REFRESH,
      { type: 'refresh', client: 'attacker' },
      { type: 'refresh', client: 'phone', fold },
      wait(60),
      { type: 'refresh', client: 'phone' },
      LOGIN,
      BAN,
      REFRESH,
      { type: 'refreshTwice' },
      EVERYWHERE,
    ],
  },
  'token-too-large': {
    patch: {
      payload: { text: 'x'.repeat(12_300) },
      token: { ...REFRESHES, denyList: true, comparesIat: true },
    },
    actions: [LOGIN, { ...REQUEST, fold }, CHANGE, START, STEAL, REFRESH, LOGOUT, EVERYWHERE],
  },
  'no-same-site': {
    patch: {
      session: { sameSite: null, httpOnly: false, clearsWithAttributes: true },
      token: { keptIn: 'cookie', noExp: true, verifier: 'naive' },
    },
    actions: [LOGIN, LOGOUT, ...FORGED],
  },
  'data-too-large': {
    patch: { payload: { text: 'x'.repeat(3200) }, session: IN_COOKIE, token: { keptIn: 'cookie' } },
    actions: [LOGIN, REQUEST, LOGOUT],
  },
  'data-too-large-and-omitted': {
    patch: {
      payload: { text: 'x'.repeat(3200) },
      frontEnd: { origin: OTHER_PORT, credentials: 'omit', cors: 'credentials' },
      session: IN_COOKIE,
      token: { keptIn: 'cookie' },
    },
    actions: [LOGIN],
  },
  'two-servers': {
    patch: {
      second: { clockOffset: 40, sessionSecrets: ['other'], tokenSecret: 'another' },
      clockOffset: -20,
      sharedStore: true,
      session: { lifetime: 60 },
      token: { lifetime: 60, notBefore: 10 },
    },
    actions: [
      { type: 'login', server: 'server2' },
      { type: 'request', server: 'server2' },
      REQUEST,
      LOGIN,
      wait(20),
      { type: 'request', server: 'server2' },
      { type: 'logout', server: 'server2' },
      { type: 'wait', until: 'record' },
      { type: 'wait', until: 'token' },
      { type: 'wait', until: 'cookie' },
      REQUEST,
      EVERYWHERE,
      { type: 'end' },
    ],
  },
  'booted-long-ago': {
    patch: {
      origin: 'https://bank.test',
      tlsProxy: { tells: true, trusted: true },
      session: {
        ...{ expiresAtBoot: true, maxAgeInSeconds: true, secure: 'auto' },
        ...{ cookieDomain: 'bank.test', nextCookieDomain: '', clearsWithAttributes: true },
      },
      second: { clockOffset: 40 },
      clockOffset: -20,
      token: { expiresInAsText: true, keptIn: 'cookie', cookieName: 'jwt' },
    },
    actions: [
      ...[LOGIN, REQUEST, wait(1), LOGIN, RESTART, LOGIN, LOGOUT, wait(900), LOGIN],
      { type: 'login', server: 'server2' },
    ],
  },
};
