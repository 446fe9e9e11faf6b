import type { Action } from '../action.ts';
import type { JsonObject } from '../bytes/json.ts';
import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const REFRESH: Action = { type: 'refresh', fold: true };
const STOLEN_REFRESH: Action = { type: 'refresh', client: 'attacker', fold: true };
const TWO_TABS: Action = { type: 'refreshTwice' };
const SHORT = { lifetime: 300, refreshLifetime: 86_400 };

const REFRESH_JWT = { ...SHORT, refreshLifetime: 30 * 86_400, refreshFormat: 'jwt' } as const;
const AS_ACCESS_TOKEN: Action = { type: 'replay', what: 'refreshToken' };
const OTHER_SERVICE: Action = { type: 'forge', how: 'otherService' };

/** Rights, one by one, as they grow in a token over the years: about `kibibytes` of JSON. */
const toRights = (kibibytes: number): JsonObject => ({
  rights: Array.from(
    { length: kibibytes * 32 },
    (_, i) => `project-${String(i).padStart(5, '0')}:read-and-write`,
  ),
});

export const TOKEN_DESIGNS = toScenarios([
  {
    id: 'deny-list',
    title: 'A deny-list by jti',
    question: 'Can a token be revoked after all?',
    change: { token: { denyList: true } },
    actions: [LOGIN, STEAL, REQUEST, { type: 'logout' }, { type: 'replay' }, END],
  },
  {
    id: 'refresh-rotation',
    title: 'Short access token, rotating refresh token',
    question: 'How does one stay logged in with tokens that live five minutes?',
    change: { token: SHORT },
    actions: [LOGIN, wait(300), REQUEST, { type: 'refresh' }, REQUEST, LOGOUT, END],
  },
  {
    id: 'refresh-reuse',
    title: 'A refresh token is used twice',
    question: 'What if the refresh token is stolen?',
    change: { token: SHORT },
    actions: [
      LOGIN,
      STEAL,
      REFRESH,
      STOLEN_REFRESH,
      REFRESH,
      REQUEST,
      REPLAY,
      wait(300),
      REQUEST,
      END,
    ],
  },
  {
    id: 'two-tabs-refresh',
    title: 'Two tabs refresh at once',
    question: 'Why are people with two tabs open logged out now and then?',
    change: { token: SHORT },
    actions: [LOGIN, wait(300), TWO_TABS, REQUEST, wait(300), REFRESH, REQUEST, END],
  },
  {
    id: 'two-tabs-reads-first',
    title: 'Two tabs refresh at once, read before written',
    question: 'What if the refresh tokens’ store is slow, and read before it is written?',
    change: { token: { ...SHORT, refreshReadsFirst: true } },
    actions: [LOGIN, wait(300), TWO_TABS, REQUEST, wait(300), REFRESH, REQUEST, END],
  },
  {
    id: 'two-tabs-grace',
    title: 'Two tabs refresh at once, with a grace period',
    question: 'How can two tabs share a refresh token that rotates?',
    change: { token: { ...SHORT, refreshGrace: 10 } },
    actions: [LOGIN, STEAL, wait(300), TWO_TABS, REQUEST, wait(300), REFRESH, STOLEN_REFRESH, END],
  },
  {
    id: 'refresh-in-cookie',
    title: 'Refresh token in a cookie with its own Path',
    question: 'How do I stay logged in after a reload, without localStorage?',
    change: { token: { ...SHORT, keptIn: 'memory', refreshInCookie: true } },
    actions: [
      { type: 'login' },
      REQUEST,
      { type: 'leave', how: 'reload' },
      { type: 'refresh' },
      REQUEST,
      { type: 'injectScript', mode: 'read' },
      LOGOUT,
      END,
    ],
  },
  {
    id: 'refresh-token-opens-pages',
    title: 'A refresh token that opens pages',
    question: 'My refresh token is a JWT too: what is it good for?',
    change: { token: REFRESH_JWT },
    actions: [LOGIN, STEAL, wait(300), REPLAY, AS_ACCESS_TOKEN, END],
  },
  {
    id: 'refresh-token-typ',
    title: 'The server asks what a token is for',
    question: 'How do I keep refresh tokens out of my pages?',
    change: { token: { ...REFRESH_JWT, checkTyp: true } },
    actions: [LOGIN, STEAL, REPLAY, AS_ACCESS_TOKEN, END],
  },
  {
    id: 'other-service-token',
    title: 'A token of another service',
    question: 'Two services share a secret: does a token of one open the other?',
    actions: [LOGIN, OTHER_SERVICE, END],
  },
  {
    id: 'other-service-audience',
    title: 'A token of another service, and aud',
    question: 'What does checking aud keep out?',
    change: { token: { audience: 'this-service' } },
    actions: [LOGIN, OTHER_SERVICE, REQUEST, END],
  },
  {
    id: 'token-grows',
    title: 'A token that grows',
    question: 'What does each request carry when the claims are 8 KiB?',
    change: { payload: toRights(8) },
    actions: [LOGIN, { type: 'request' }, REQUEST, END],
  },
  {
    id: 'token-too-large-header',
    title: 'A token too large for a header',
    question: 'How large may a token be in a header?',
    change: { payload: toRights(13) },
    actions: [LOGIN, { type: 'request' }, END],
  },
  {
    id: 'token-too-large-cookie',
    title: 'A token too large for a cookie',
    question: 'How large may a token be in a cookie?',
    change: { payload: toRights(3), token: { keptIn: 'cookie' } },
    actions: [{ type: 'login' }, REQUEST, END],
  },
]);
