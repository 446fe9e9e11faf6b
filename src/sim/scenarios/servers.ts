import type { Action } from '../action.ts';
import { SECOND_SECRETS } from '../settings.ts';
import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const RESTART: Action = { type: 'restart' };
const REFRESH: Action = { type: 'refresh', fold: true };
const OUTAGE: Action = { type: 'storeOutage' };
const BACK_UP: Action = { type: 'storeOutage', over: true };
const onSecond: Action = { type: 'request', server: 'server2', fold: true };
const logInOn = (client: string): Action => ({ type: 'login', client, fold: true });
const rotate = (how: 'add' | 'retire' | 'replace'): Action => ({ type: 'rotateSecret', how });
const FORGE: Action = { type: 'forge', how: 'leakedSecret', fold: true };
const BOTH: readonly Action[] = [LOGIN, REQUEST, onSecond, REQUEST, END];

export const SERVERS = toScenarios([
  {
    id: 'restart-memory-store',
    title: 'Restart, with the MemoryStore',
    question: 'I deploy: who is logged out?',
    actions: [LOGIN, REQUEST, RESTART, REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'restart-persistent-store',
    title: 'Restart, with a store that survives',
    question: 'I deploy with a store of its own: who is logged out?',
    change: { session: { store: 'persistent' } },
    actions: [LOGIN, REQUEST, RESTART, REQUEST, END],
  },
  {
    id: 'cookie-domain-changed',
    title: 'A new version sets the cookie with Domain',
    question: 'Why does logging in not help since the last deploy?',
    change: {
      origin: 'http://bank.localhost:3000',
      session: { nextCookieDomain: 'bank.localhost' },
    },
    actions: [LOGIN, RESTART, REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'store-outage',
    title: 'The session store is down for a while',
    question: 'Redis is down: who is still logged in?',
    change: { session: { store: 'persistent' } },
    actions: [LOGIN, REQUEST, OUTAGE, REQUEST, LOGOUT, LOGIN, BACK_UP, REQUEST, END],
  },
  {
    id: 'deny-list-outage',
    title: 'The store with the deny-list is down for a while',
    question: 'My deny-list is in Redis, and Redis is down: who is still logged in?',
    change: { session: { store: 'persistent' }, token: { denyList: true, inSessionStore: true } },
    actions: [LOGIN, STEAL, OUTAGE, REQUEST, LOGOUT, BACK_UP, REPLAY, END],
  },
  {
    id: 'refresh-store-outage',
    title: 'The store of the refresh tokens is down for a while',
    question: 'The database with my refresh tokens is down: who is logged out, and when?',
    change: {
      session: { store: 'persistent' },
      token: { lifetime: 300, refreshLifetime: 86_400, inSessionStore: true },
    },
    actions: [LOGIN, OUTAGE, REQUEST, REFRESH, wait(300), REQUEST, BACK_UP, REFRESH, REQUEST, END],
  },
  {
    id: 'store-slow',
    title: 'The session store is slow',
    question: 'My session store is slow: what does a request cost?',
    change: { session: { store: 'persistent', storeLatencyMs: 300 } },
    actions: [LOGIN, { type: 'request' }, LOGOUT, END],
  },
  {
    id: 'restart-fixed-secret',
    title: 'Restart, with a fixed secret',
    question: 'Is a fixed secret enough to survive a restart?',
    actions: [LOGIN, RESTART, { type: 'request' }, END],
  },
  {
    id: 'restart-random-secret',
    title: 'Restart, with a secret drawn at boot',
    question: 'What if each start draws a new secret?',
    change: { secretAtBoot: 'random', session: { store: 'persistent' } },
    actions: [LOGIN, REQUEST, RESTART, { type: 'request' }, END],
  },
  {
    id: 'two-servers-no-shared-store',
    title: 'Two servers, each with its own store',
    question: 'What does a second server change?',
    change: { second: {} },
    actions: BOTH,
  },
  {
    id: 'two-servers-shared-store',
    title: 'Two servers, one shared store',
    question: 'What must two servers share?',
    change: { second: {}, sharedStore: true, session: { store: 'persistent' } },
    actions: [
      LOGIN,
      REQUEST,
      onSecond,
      { type: 'steal' },
      { type: 'logout', server: 'server2', fold: true },
      { type: 'replay', fold: true },
      END,
    ],
  },
  {
    id: 'two-servers-different-secrets',
    title: 'Two servers, different secrets',
    question: 'Is a shared store enough for two servers?',
    change: {
      second: SECOND_SECRETS,
      sharedStore: true,
      session: { store: 'persistent' },
    },
    actions: BOTH,
  },
  {
    id: 'thousand-users',
    title: 'What each login adds',
    question: 'What do a thousand users cost in memory?',
    actions: [LOGIN, logInOn('client2'), logInOn('client3'), END],
  },
  {
    id: 'rotation-secret-list',
    title: 'New secret, the old one still on the list',
    question: 'Can I change the secret without logging everybody out?',
    actions: [LOGIN, rotate('add'), REQUEST, rotate('retire'), REQUEST, END],
  },
  {
    id: 'rotation-kid-overlap',
    title: 'New key, with kid and overlap',
    question: 'How do tokens outlive a change of the key?',
    change: { token: { kid: true } },
    actions: [LOGIN, rotate('add'), REQUEST, rotate('retire'), REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'rotation-without-overlap',
    title: 'New secret, the old one gone at once',
    question: 'How do I log everybody out?',
    actions: [LOGIN, rotate('replace'), REQUEST, END],
  },
  {
    id: 'leaked-secret',
    title: 'The secret has leaked',
    question: 'The secret has leaked: who can log in with it?',
    actions: [LOGIN, { type: 'forge', how: 'leakedSecret' }, REQUEST, END],
  },
  {
    id: 'leaked-secret-replaced',
    title: 'The leaked secret is replaced',
    question: 'The secret has leaked: what do I do now?',
    actions: [LOGIN, FORGE, rotate('replace'), FORGE, REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'leaked-secret-overlap',
    title: 'The leaked secret is still on the list',
    question: 'The secret has leaked: is a rotation with overlap enough?',
    change: { token: { kid: true } },
    actions: [LOGIN, rotate('add'), FORGE, rotate('retire'), FORGE, END],
  },
  {
    id: 'clock-skew',
    title: 'Two servers, clocks 90 s apart',
    question: 'What if my servers disagree about the time?',
    change: {
      second: { clockOffset: 90 },
      sharedStore: true,
      session: { store: 'persistent' },
      token: { lifetime: 60 },
    },
    actions: [LOGIN, onSecond, REQUEST, END],
  },
  {
    id: 'clock-skew-leeway',
    title: 'Clocks 90 s apart, leeway 120 s',
    question: 'What does leeway forgive?',
    change: {
      second: { clockOffset: 90 },
      sharedStore: true,
      session: { store: 'persistent' },
      token: { lifetime: 60, leeway: 120 },
    },
    actions: [LOGIN, onSecond, wait(89), onSecond, wait(1), onSecond, LOGOUT, END],
  },
]);
