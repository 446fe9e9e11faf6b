import type { Scenario } from './scenario.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

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

/** Every Scenario there is, in the order in which it is offered. */
export const SCENARIOS: readonly Scenario[] = [LOGIN_TO_LOGOUT];
