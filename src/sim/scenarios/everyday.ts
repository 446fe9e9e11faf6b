import type { Action, ActionOf } from '../action.ts';
import type { Scenario } from '../scenario.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { END, LOGIN, REPLAY, REQUEST, STEAL, toScenarios } from './toScenarios.ts';

const leave = (how: ActionOf<'leave'>['how']): Action => ({ type: 'leave', how });
const APP = { client: 'app', fold: true } as const;

/** The walk of the lesson: five Actions that expand to its 12 Steps. */
export const LOGIN_TO_LOGOUT: Scenario = {
  id: 'login-to-logout',
  title: 'Log in → log out',
  question: 'What does each strategy do, from the login to the logout?',
  settings: DEFAULT_SETTINGS,
  actions: [
    { type: 'login' },
    { type: 'request' },
    { type: 'logout' },
    { type: 'request', fold: true },
    { type: 'end' },
  ],
};

export const EVERYDAY = [
  { ...LOGIN_TO_LOGOUT, id: 'login-to-logout' },
  ...toScenarios([
    {
      id: 'wrong-password',
      title: 'Wrong password',
      question: 'What is made when the login fails?',
      actions: [{ type: 'login', password: 'wrong horse' }, REQUEST, END],
    },
    {
      id: 'reload-memory',
      title: 'A reload, and the token in a variable',
      question: 'Why am I logged out when I reload the page?',
      change: { token: { keptIn: 'memory' } },
      actions: [LOGIN, leave('reload'), REQUEST, END],
    },
    {
      id: 'closed-and-opened',
      title: 'Reload, closed tab, closed browser',
      question: 'What is left when I close the browser and come back?',
      actions: [
        LOGIN,
        ...[leave('reload'), REQUEST, leave('tab'), REQUEST, leave('browser'), REQUEST],
        END,
      ],
    },
    {
      id: 'closed-browser-session-cookie',
      title: 'Closed browser, and a cookie without a date',
      question: 'Does closing the browser log me out?',
      change: { session: { lifetime: null } },
      actions: [LOGIN, STEAL, leave('browser'), REQUEST, REPLAY, END],
    },
    {
      id: 'password-kept',
      title: 'Where the password goes',
      question: 'Is the password kept anywhere?',
      actions: [{ type: 'login' }, REQUEST, STEAL, END],
    },
    {
      id: 'mobile-app',
      title: 'An app on a phone',
      question: 'Which one for my mobile app?',
      change: { token: { keptIn: 'memory' } },
      actions: [
        { type: 'login', ...APP },
        { type: 'request', ...APP },
        // In the browser, which has nothing of the app's.
        { type: 'crossSite', vehicle: 'form', fold: true },
      ],
    },
  ]),
] as const;
