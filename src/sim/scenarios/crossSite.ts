import type { Action } from '../action.ts';
import type { SettingsChange } from './toScenarios.ts';
import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const BANK = 'http://bank.localhost:3000';
/** Secure cookies leave the server over https alone, and SameSite=None must be Secure. */
const SECURE_BANK = 'https://bank.localhost:3000';

const attack = (vehicle: 'link' | 'form' | 'fetch', from: 'evil' | 'sibling' = 'evil'): Action => ({
  type: 'crossSite',
  vehicle,
  from,
  fold: true,
});

const NONE = {
  origin: SECURE_BANK,
  session: { sameSite: 'none', secure: true },
} as const satisfies SettingsChange;
const TRANSFER: Action = { type: 'request', target: '/transfer' };
/** A form and a fetch of another site, and the user's own transfer. */
const DEFENDED: readonly Action[] = [
  LOGIN,
  { type: 'crossSite', vehicle: 'form' },
  attack('fetch'),
  { ...TRANSFER, fold: true },
  END,
];

const ALL_VEHICLES: readonly Action[] = [
  LOGIN,
  { type: 'crossSite', vehicle: 'form' },
  attack('link'),
  attack('fetch'),
  END,
];

const withSameSite = (sameSite: 'lax' | 'strict' | null): SettingsChange => ({
  origin: BANK,
  session: { sameSite },
});

const MODE_READ: Action = { type: 'injectScript', mode: 'read' };
const MODE_RIDE: Action = { type: 'injectScript', mode: 'ride', fold: true };
const PLANT: Action = { type: 'plant', by: 'subdomain' };
/** http is safe to a browser where the host is its own machine, so that this one is not. */
const SECURE_BANK_ELSEWHERE = 'https://bank.test';
const OVER_HTTP: Action = { type: 'plant', by: 'http' };
const FIXATION: readonly Action[] = [PLANT, LOGIN, REPLAY, REQUEST, END];

export const CROSS_SITE = toScenarios([
  {
    id: 'csrf-samesite-none',
    title: 'Another site posts a form: SameSite=None',
    question: 'Can another site act with my cookie?',
    change: { origin: SECURE_BANK, session: { sameSite: 'none', secure: true } },
    actions: ALL_VEHICLES,
  },
  {
    id: 'csrf-samesite-unset-young',
    title: 'SameSite unset, in the first two minutes',
    question: 'Is SameSite=Lax really the browser’s default right after the login?',
    change: withSameSite(null),
    actions: [LOGIN, wait(119), ...ALL_VEHICLES.slice(1)],
  },
  {
    id: 'csrf-samesite-unset-old',
    title: 'SameSite unset, after two minutes',
    question: 'Does Chromium’s default, Lax, hold for an older cookie?',
    change: withSameSite(null),
    actions: [LOGIN, wait(125), ...ALL_VEHICLES.slice(1)],
  },
  {
    id: 'csrf-samesite-lax',
    title: 'SameSite=Lax',
    question: 'What does SameSite=Lax let through?',
    change: withSameSite('lax'),
    actions: ALL_VEHICLES,
  },
  {
    id: 'csrf-samesite-strict',
    title: 'SameSite=Strict',
    question: 'What does SameSite=Strict let through?',
    change: withSameSite('strict'),
    actions: ALL_VEHICLES,
  },
  {
    id: 'csrf-sibling-subdomain',
    title: 'A form on a sibling subdomain',
    question: 'Does SameSite=Strict protect against my own subdomains?',
    change: withSameSite('strict'),
    actions: [LOGIN, { type: 'crossSite', vehicle: 'form', from: 'sibling' }, END],
  },
  {
    id: 'csrf-bearer-token',
    title: 'A bearer token and another site',
    question: 'Which of the two does CSRF hit?',
    change: { origin: SECURE_BANK, session: { sameSite: 'none', secure: true } },
    actions: [LOGIN, { type: 'crossSite', vehicle: 'form' }, END],
  },
  {
    id: 'csrf-token-in-cookie',
    title: 'A token in a cookie and another site',
    question: 'Is a token still immune when it is kept in a cookie?',
    change: {
      origin: SECURE_BANK,
      session: { sameSite: 'none', secure: true },
      token: { keptIn: 'cookie' },
    },
    actions: [LOGIN, { type: 'crossSite', vehicle: 'form' }, END],
  },
  {
    id: 'csrf-origin-check',
    title: 'The server checks Origin',
    question: 'Does a check of Origin stop a form of another site?',
    change: { ...NONE, csrf: 'origin' },
    actions: DEFENDED,
  },
  {
    id: 'csrf-fetch-site-check',
    title: 'The server checks Sec-Fetch-Site',
    question: 'Does Sec-Fetch-Site stop a form on my own subdomain?',
    change: { ...withSameSite('strict'), csrf: 'fetchSite' },
    actions: [
      LOGIN,
      { type: 'crossSite', vehicle: 'form', from: 'sibling' },
      { ...TRANSFER, fold: true },
      END,
    ],
  },
  {
    id: 'csrf-token-in-form',
    title: 'A token in the form',
    question: 'How does a token in the form keep another site out?',
    change: { ...NONE, csrf: 'token', token: { keptIn: 'cookie' } },
    actions: [
      { type: 'login' },
      { type: 'crossSite', vehicle: 'form' },
      attack('form', 'sibling'),
      TRANSFER,
      END,
    ],
  },
  {
    id: 'csrf-token-and-thief',
    title: 'A token in the form, and a stolen cookie',
    question: 'Does a token in the form stop a thief who has my cookie?',
    change: { ...NONE, csrf: 'token', token: { keptIn: 'cookie' } },
    actions: [
      LOGIN,
      STEAL,
      { type: 'replay', target: '/transfer', fold: true },
      REPLAY,
      { type: 'replay', target: '/transfer', fold: true },
      END,
    ],
  },
  {
    id: 'csrf-check-and-script',
    title: 'An Origin check and an injected script',
    question: 'Does a check of Origin stop a script in my page (XSS)?',
    change: { ...NONE, csrf: 'origin', token: { keptIn: 'cookie' } },
    actions: [LOGIN, { type: 'injectScript', mode: 'ride' }, END],
  },
  {
    id: 'csrf-third-party-blocked',
    title: 'SameSite=None, third-party cookies blocked',
    question: 'Does blocking third-party cookies stop CSRF?',
    change: { ...NONE, thirdPartyCookies: 'blocked' },
    actions: [LOGIN, { type: 'crossSite', vehicle: 'form' }, attack('fetch'), END],
  },
  {
    id: 'xss-local-storage',
    title: 'Injected script reads localStorage',
    question: 'What can an injected script (XSS) carry away?',
    actions: [LOGIN, MODE_READ, REPLAY, LOGOUT, REPLAY, END],
  },
  {
    id: 'xss-http-only',
    title: 'HttpOnly: not readable, still usable',
    question: 'Does HttpOnly stop XSS?',
    change: { token: { keptIn: 'cookie' } },
    actions: [LOGIN, MODE_READ, REPLAY, MODE_RIDE, END],
  },
  {
    id: 'xss-readable-cookie',
    title: 'A cookie without HttpOnly',
    question: 'What does HttpOnly change?',
    change: { session: { httpOnly: false } },
    actions: [LOGIN, MODE_READ, REPLAY, END],
  },
  {
    id: 'xss-memory',
    title: 'A token in memory',
    question: 'Is a token safer in a variable than in localStorage?',
    change: { token: { keptIn: 'memory' } },
    actions: [LOGIN, MODE_READ, REPLAY, MODE_RIDE, END],
  },
  {
    id: 'fixation-without-regenerate',
    title: 'Session fixation, without regenerate',
    question: 'What if the session ID was known before the login?',
    change: { origin: BANK, session: { saveUninitialized: true, regenerate: false } },
    actions: FIXATION,
  },
  {
    id: 'fixation-with-regenerate',
    title: 'Session fixation, with regenerate',
    question: 'What does regenerate() prevent?',
    change: { origin: BANK, session: { saveUninitialized: true } },
    actions: FIXATION,
  },
  {
    id: 'fixation-invented-sid',
    title: 'Session fixation with an invented ID',
    question: 'Does the server take a session ID that it never gave out?',
    change: { origin: BANK, session: { regenerate: false } },
    actions: [{ ...PLANT, invented: true }, LOGIN, REPLAY, REQUEST, END],
  },
  {
    id: 'planted-beside-session',
    title: 'A cookie is planted beside the session’s',
    question: 'Can a subdomain take over the session that I have?',
    change: { origin: BANK, session: { saveUninitialized: true, regenerate: false } },
    actions: [LOGIN, PLANT, REQUEST, REPLAY, END],
  },
  {
    id: 'planted-longer-path',
    title: 'A cookie is planted with a longer Path',
    question: 'Can somebody log me out by a cookie?',
    change: { origin: BANK, session: { saveUninitialized: true } },
    actions: [LOGIN, { type: 'plant', by: 'path' }, REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'planted-behind-host-prefix',
    title: 'A subdomain would plant a __Host- cookie',
    question: 'Does a name with __Host- protect the cookie from my subdomains?',
    change: {
      origin: SECURE_BANK,
      session: {
        cookieName: '__Host-sid',
        secure: true,
        saveUninitialized: true,
        regenerate: false,
        clearsWithAttributes: true,
      },
    },
    actions: FIXATION,
  },
  {
    id: 'planted-over-http',
    title: 'A cookie is planted over http, under https',
    question: 'My site has https: can somebody on the Wi-Fi plant a cookie over http?',
    change: {
      origin: SECURE_BANK_ELSEWHERE,
      session: { secure: true, saveUninitialized: true, regenerate: false },
    },
    actions: [LOGIN, OVER_HTTP, LOGOUT, OVER_HTTP, LOGIN, REPLAY, REQUEST, END],
  },
  {
    id: 'planted-over-http-host-prefix',
    title: 'http would plant a __Host- cookie',
    question: 'What keeps http from planting a cookie before the login?',
    change: {
      origin: SECURE_BANK_ELSEWHERE,
      session: {
        ...{ cookieName: '__Host-sid', secure: true, clearsWithAttributes: true },
        ...{ saveUninitialized: true, regenerate: false },
      },
    },
    actions: [OVER_HTTP, LOGIN, REPLAY, REQUEST, END],
  },
  {
    id: 'planted-behind-http-only',
    title: 'A script would replace an HttpOnly cookie',
    question: 'Can a script overwrite my session cookie?',
    change: { session: { saveUninitialized: true, regenerate: false } },
    actions: [LOGIN, { type: 'plant', by: 'script' }, REQUEST, REPLAY, END],
  },
  {
    id: 'stolen-other-machine',
    title: 'Stolen, used on another machine',
    question: 'Is a credential bound to my machine?',
    actions: [LOGIN, STEAL, { type: 'replay', target: '/transfer' }, END],
  },
]);
