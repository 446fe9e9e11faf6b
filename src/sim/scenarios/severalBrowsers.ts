import type { Action } from '../action.ts';
import { END, LOGIN, LOGOUT, REQUEST, toScenarios, wait } from './toScenarios.ts';

const logIn = (client: string): Action => ({ ...LOGIN, client });
const request = (client: string): Action => ({ ...REQUEST, client });
const EVERYWHERE: Action = { type: 'logoutEverywhere' };

/** Two browsers on one machine and another device; in one second all would get the very same token. */
const LOGINS = [LOGIN, wait(60), logIn('client2'), wait(60), logIn('phone')];

/** One user in several browsers. */
export const SEVERAL_BROWSERS = toScenarios([
  {
    id: 'two-browsers',
    title: 'Two browsers, one logout',
    question: 'I log out here: am I logged out on my phone?',
    actions: [LOGIN, wait(60), logIn('phone'), LOGOUT, request('phone'), REQUEST, END],
  },
  {
    id: 'logout-everywhere',
    title: 'Log out everywhere',
    question: 'Can I log out on all my devices at once?',
    actions: [...LOGINS, EVERYWHERE, request('client2'), request('phone'), REQUEST, END],
  },
  {
    id: 'logout-everywhere-iat',
    title: 'Log out everywhere, with iat compared',
    question: 'How can tokens be logged out everywhere?',
    change: { token: { comparesIat: true } },
    actions: [...LOGINS, wait(60), EVERYWHERE, request('phone'), LOGIN, REQUEST, END],
  },
]);
