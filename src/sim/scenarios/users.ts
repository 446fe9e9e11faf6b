import type { Action } from '../action.ts';
import { END, LOGIN, REQUEST, toScenarios } from './toScenarios.ts';

const ADMIN: Action = { type: 'request', target: '/admin', fold: true };
const EXPIRE: Action = { type: 'wait', until: 'token' };

export const USERS = toScenarios([
  {
    id: 'user-banned',
    title: 'The user is banned in mid-session',
    question: 'I ban somebody: are they out?',
    actions: [LOGIN, REQUEST, { type: 'ban' }, REQUEST, EXPIRE, REQUEST, LOGIN, END],
  },
  {
    id: 'role-removed',
    title: 'The user loses a role in mid-session',
    question: 'I take a role away: who notices?',
    change: { user: { role: 'admin' } },
    actions: [LOGIN, ADMIN, { type: 'demote' }, ADMIN, EXPIRE, LOGIN, ADMIN, END],
  },
]);
