import type { Action } from '../action.ts';
import type { JsonObject } from '../json.ts';
import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const REFRESH: Action = { type: 'refresh', fold: true };
const STOLEN_REFRESH: Action = { type: 'refresh', client: 'attacker', fold: true };
const TWO_TABS: Action = { type: 'refreshTwice' };
const SHORT = { lifetime: 300, refreshLifetime: 86_400 };

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
    id: 'two-tabs-grace',
    title: 'Two tabs refresh at once, with a grace period',
    question: 'How can two tabs share a refresh token that rotates?',
    change: { token: { ...SHORT, refreshGrace: 10 } },
    actions: [LOGIN, STEAL, wait(300), TWO_TABS, REQUEST, wait(300), REFRESH, STOLEN_REFRESH, END],
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
    question: 'Where does a header end?',
    change: { payload: toRights(13) },
    actions: [LOGIN, { type: 'request' }, END],
  },
  {
    id: 'token-too-large-cookie',
    title: 'A token too large for a cookie',
    question: 'Where does a cookie end?',
    change: { payload: toRights(3), token: { keptIn: 'cookie' } },
    actions: [{ type: 'login' }, REQUEST, END],
  },
]);
