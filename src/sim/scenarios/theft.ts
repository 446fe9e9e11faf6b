import { BACK, END, LOGIN, LOGOUT, REPLAY, REQUEST, STEAL, toScenarios } from './toScenarios.ts';

export const THEFT = toScenarios([
  {
    id: 'stolen-then-logout',
    title: 'Stolen, then logged out',
    question: 'My credential was stolen and I log out: what now?',
    actions: [LOGIN, STEAL, REPLAY, { type: 'logout' }, { type: 'replay' }, END],
  },
  {
    id: 'stolen-until-exp',
    title: 'Stolen, until it expires',
    question: 'How long does the thief get in?',
    actions: [LOGIN, STEAL, LOGOUT, REPLAY, { type: 'wait', until: 'token' }, REPLAY, END],
  },
  {
    id: 'logout-client-only',
    title: 'Logout on the client only',
    question: 'Is it a logout when only the client forgets?',
    actions: [LOGIN, STEAL, { type: 'forget' }, REQUEST, REPLAY, END],
  },
  {
    id: 'cookie-cleared-without-destroy',
    title: 'Cookie cleared without destroy',
    question: 'Is clearCookie() a logout?',
    change: { session: { destroyAtLogout: false } },
    actions: [LOGIN, STEAL, LOGOUT, REQUEST, REPLAY, END],
  },
  {
    id: 'destroyed-without-clearing',
    title: 'Destroyed, the cookie not cleared',
    question: 'Does destroy() take the cookie away?',
    change: { session: { clearCookieAtLogout: false } },
    actions: [LOGIN, STEAL, LOGOUT, REQUEST, REPLAY, END],
  },
  {
    id: 'back-after-logout',
    title: 'Back, after the logout',
    question: 'I log out: what does the Back button show?',
    change: { noStore: false },
    actions: [LOGIN, REQUEST, LOGOUT, BACK, REQUEST, BACK, END],
  },
  {
    id: 'back-asks-again',
    title: 'Back, to a page that no cache may keep',
    question: 'How do I keep the Back button from showing private pages?',
    actions: [LOGIN, REQUEST, LOGOUT, BACK, END],
  },
]);
