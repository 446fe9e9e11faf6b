import type { GoalId } from '../../../src/lesson/exercises/goals/goals.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import {
  END,
  LOGIN,
  LOGOUT,
  REPLAY,
  REQUEST,
  STEAL,
  wait,
} from '../../../src/sim/scenarios/toScenarios.ts';

/** A run that reaches a goal: what it changes of the goal's Scenario. */
export interface Solution {
  readonly change?: SettingsChange;
  /** Its Actions; those of the Scenario when left out. */
  readonly actions?: readonly Action[] | ((own: readonly Action[]) => readonly Action[]);
}

const AT_B = { server: 'server2' } as const;
const RESTART: Action = { type: 'restart' };
const RIGHT_IN: Action = { type: 'login' };
const FORM: Action = { type: 'crossSite', vehicle: 'form', fold: true };
const REPLAY_AT_B: Action = { ...REPLAY, ...AT_B };

/** Ways to reach each goal that have little in common; the first is at par. */
export const SOLUTIONS: Readonly<Record<GoalId, readonly [Solution, ...Solution[]]>> = {
  'only-token': [
    { actions: [RIGHT_IN, RESTART, { type: 'request' }, { type: 'logout' }, REQUEST, END] },
    { change: { session: { lifetime: 60 } }, actions: [LOGIN, wait(60), REQUEST] },
  ],
  'survive-restart': [
    { change: { session: { store: 'persistent' } } },
    { change: { session: { dataIn: 'cookie' } }, actions: [LOGIN, RESTART, REQUEST] },
  ],
  'closed-browser': [
    { change: { session: { lifetime: 900 } } },
    {
      change: { session: { lifetime: 60 }, token: { keptIn: 'cookie' } },
      actions: [LOGIN, REQUEST, { type: 'leave', how: 'browser' }, REQUEST],
    },
  ],
  'token-stops': [
    { change: { token: { denyList: true } } },
    { actions: [LOGIN, STEAL, REPLAY, { type: 'rotateSecret', how: 'replace' }, REPLAY] },
    {
      change: { token: { comparesIat: true } },
      actions: [LOGIN, STEAL, REPLAY, wait(60), { type: 'logoutEverywhere' }, REPLAY],
    },
  ],
  'forged-in': [
    { change: { token: { verifier: 'naive' } } },
    { actions: [LOGIN, { type: 'forge', how: 'leakedSecret', fold: true }] },
    // Nobody gave out what was changed.
    {
      change: { token: { verifier: 'decode' } },
      actions: [LOGIN, { type: 'tamper', part: 'payload' }],
    },
  ],
  fixation: [
    { change: { session: { regenerate: false } } },
    {
      change: { session: { regenerate: false } },
      actions: [{ type: 'plant' }, REQUEST, LOGIN, wait(60), REPLAY],
    },
  ],
  'restart-ends-both': [
    { change: { secretAtBoot: 'random', session: { store: 'memory' } } },
    {
      change: { secretAtBoot: 'random', session: { dataIn: 'cookie', store: 'memory' } },
      actions: [LOGIN, REQUEST, RESTART, REQUEST],
    },
  ],
  'after-logout': [
    {
      actions: [
        RIGHT_IN,
        STEAL,
        { type: 'request' },
        { type: 'logout' },
        { type: 'replay' },
        REQUEST,
        END,
      ],
    },
    {
      change: { session: { destroyAtLogout: false, clearCookieAtLogout: false } },
      actions: [LOGIN, LOGOUT, REQUEST],
    },
    {
      actions: [
        LOGIN,
        { type: 'login', client: 'phone' },
        { type: 'steal', client: 'phone' },
        { type: 'logout', client: 'phone' },
        { type: 'replay' },
      ],
    },
  ],
  'only-session': [
    {
      change: { token: { keptIn: 'memory' } },
      actions: [
        RIGHT_IN,
        { type: 'leave', how: 'reload' },
        { type: 'request' },
        { type: 'logout' },
        REQUEST,
        END,
      ],
    },
    { change: { token: { lifetime: 60 } }, actions: [LOGIN, wait(60), REQUEST] },
  ],
  'own-form-only': [
    {
      change: { session: { sameSite: 'lax' } },
      actions: (own) => [...own, REQUEST],
    },
    { change: { csrf: 'origin' }, actions: [LOGIN, FORM, wait(60), REQUEST] },
  ],
  'empty-handed': [
    {
      change: { token: { keptIn: 'cookie' } },
      actions: (own) => own.toSpliced(2, 0, REQUEST),
    },
    {
      change: { token: { keptIn: 'cookie' } },
      actions: [LOGIN, REQUEST, { type: 'injectScript', mode: 'read' }, wait(60), REQUEST],
    },
  ],
  'keys-in-peace': [
    { change: { token: { kid: true } } },
    {
      change: { token: { kid: true } },
      actions: [LOGIN, { type: 'rotateSecret', how: 'add' }, wait(60), REQUEST],
    },
  ],
  'thief-out': [
    {
      change: { session: { endAllAtPasswordChange: true }, token: { comparesIat: true } },
      actions: (own) => own.toSpliced(3, 0, REPLAY),
    },
  ],
  'two-servers': [
    {
      change: { token: { denyList: true } },
      actions: (own) => [
        ...own.slice(0, 4),
        REPLAY,
        REPLAY_AT_B,
        ...own.slice(4, -1),
        REPLAY_AT_B,
        END,
      ],
    },
    {
      change: { second: {}, token: { denyList: true } },
      actions: [LOGIN, STEAL, REPLAY, REPLAY_AT_B, LOGOUT, REPLAY, REPLAY_AT_B],
    },
  ],
};
