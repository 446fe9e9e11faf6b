import type { Action } from '../action.ts';
import { END, LOGIN, REPLAY, REQUEST, STEAL, toScenarios, wait } from './toScenarios.ts';

const ADMIN: Action = { type: 'request', target: '/admin', fold: true };
const CHANGE_PASSWORD: Action = { type: 'changePassword' };
const OLD_LOGIN: Action = { type: 'login', old: true, fold: true };
const EXPIRE: Action = { type: 'wait', until: 'token' };

export const USERS = toScenarios([
  {
    id: 'user-banned',
    title: 'The user is banned in mid-session',
    question: 'I ban somebody: are they out?',
    actions: [LOGIN, REQUEST, { type: 'ban' }, REQUEST, EXPIRE, REQUEST, LOGIN, END],
  },
  {
    id: 'password-changed',
    title: 'The password is changed',
    question: 'I change my password: is the thief out?',
    actions: [LOGIN, STEAL, wait(60), CHANGE_PASSWORD, REPLAY, OLD_LOGIN, REQUEST, END],
  },
  {
    id: 'password-changed-ends-all',
    title: 'The password is changed, and all that is out ends',
    question: 'How does a new password throw out whoever is in?',
    change: { session: { endAllAtPasswordChange: true }, token: { comparesIat: true } },
    actions: [LOGIN, STEAL, wait(60), CHANGE_PASSWORD, REPLAY, REQUEST, LOGIN, REQUEST, END],
  },
  {
    id: 'role-removed',
    title: 'The user loses a role in mid-session',
    question: 'I take a role away: who notices?',
    change: { user: { role: 'admin' } },
    actions: [LOGIN, ADMIN, { type: 'demote' }, ADMIN, EXPIRE, LOGIN, ADMIN, END],
  },
  {
    id: 'role-in-record',
    title: 'The role is kept in the session’s record',
    question: 'Do sessions notice by themselves that a role is gone?',
    change: { user: { role: 'admin' }, session: { copiesUser: true } },
    actions: [LOGIN, ADMIN, { type: 'demote' }, ADMIN, LOGIN, ADMIN, END],
  },
]);
