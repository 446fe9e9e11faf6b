import type { SettingsChange } from './toScenarios.ts';
import { END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const IN_COOKIE: SettingsChange = { session: { dataIn: 'cookie' } };

/** Sessions whose data is in the cookie: a third design, between the two. */
export const SESSIONS_IN_COOKIE = toScenarios([
  {
    id: 'session-in-cookie-logout',
    title: 'Data in the cookie: a logout',
    question: 'Is session data in a signed cookie a session or a token?',
    change: IN_COOKIE,
    actions: [{ type: 'login' }, STEAL, { type: 'logout' }, REQUEST, REPLAY, END],
  },
  {
    id: 'session-in-cookie-no-end',
    title: 'Data in the cookie: no end',
    question: 'How long is a copy of a cookie good that holds the session itself?',
    change: IN_COOKIE,
    actions: [LOGIN, STEAL, wait(30 * 86_400), REQUEST, REPLAY, END],
  },
  {
    id: 'session-in-cookie-servers',
    title: 'Data in the cookie: no store',
    question: 'Do I need a session store if the session is in the cookie?',
    change: { ...IN_COOKIE, second: {} },
    actions: [LOGIN, { type: 'restart' }, { type: 'request', server: 'server2', fold: true }, END],
  },
  {
    id: 'session-in-cookie-new-key',
    title: 'Data in the cookie: a new key',
    question: 'How do I end sessions that no server keeps?',
    change: IN_COOKIE,
    actions: [LOGIN, STEAL, LOGOUT, REPLAY, { type: 'rotateSecret', how: 'replace' }, REPLAY, END],
  },
]);
