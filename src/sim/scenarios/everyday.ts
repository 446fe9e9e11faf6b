import type { Scenario } from '../scenario.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { END, REQUEST, toScenarios } from './toScenarios.ts';

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
  ]),
] as const;
