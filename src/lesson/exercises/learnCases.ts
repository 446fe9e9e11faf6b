import type { Action } from '../../sim/action.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { Which } from '../told/question.ts';

const LOGIN: Action = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request', fold: true };
const LOGOUT: Action = { type: 'logout', fold: true };
const STEAL: Action = { type: 'steal' };
const REPLAY: Action = { type: 'replay', fold: true };

/** The four parts of the walk. */
export const LEARN_IDS = ['prove', 'keep', 'show', 'end'] as const;
export type LearnId = (typeof LEARN_IDS)[number];

/** What is asked of a case: what the servers keep, who gets in at the end, or after what they do; of `step` what both lanes do there. */
export type LearnAsked =
  | { readonly about: 'kept' }
  | { readonly about: 'step'; readonly step: number }
  | { readonly about: 'entry' }
  | { readonly about: 'loss'; readonly wanted: Which };

/** A run that a part asks about; of `loss` one run for each of the losses, put in before the last Action. */
export interface LearnCase {
  readonly change: SettingsChange;
  readonly actions: readonly Action[];
  readonly asked: LearnAsked;
}

/** What may happen between a login and a request. */
export const LOSSES: readonly Action[] = [
  { type: 'restart' },
  { type: 'rotateSecret', how: 'replace' },
  { type: 'leave', how: 'reload' },
  { type: 'wait', seconds: 60 },
];

const UNTIL_EXP: Action = { type: 'wait', until: 'token' };
const STOLEN = [LOGIN, STEAL, LOGOUT, REPLAY];
const KEPT: LearnAsked = { about: 'kept' };
const ENTRY: LearnAsked = { about: 'entry' };

/** The walk, whose Actions are its own, at one of its steps: what both lanes do alike. */
const askAlike = (step: number): LearnCase => ({
  change: {},
  actions: [],
  asked: { about: 'step', step },
});

/** What each part asks: of the walk's own servers, then the same where one thing is another, at last what is alike. */
export const LEARN_CASES: Readonly<Record<LearnId, readonly [LearnCase, ...LearnCase[]]>> = {
  prove: [
    { change: {}, actions: [{ type: 'login' }], asked: KEPT },
    { change: { session: { dataIn: 'cookie' } }, actions: [{ type: 'login' }], asked: KEPT },
    askAlike(3),
  ],
  keep: [
    { change: {}, actions: [LOGIN, { type: 'leave', how: 'browser' }, REQUEST], asked: ENTRY },
    {
      change: { token: { keptIn: 'memory' } },
      actions: [LOGIN, { type: 'leave', how: 'browser' }, REQUEST],
      asked: ENTRY,
    },
    askAlike(5),
  ],
  show: [
    { change: {}, actions: [LOGIN, REQUEST, REQUEST], asked: { about: 'loss', wanted: 'token' } },
    {
      change: { session: { store: 'persistent' } },
      actions: [LOGIN, REQUEST, REQUEST],
      asked: { about: 'loss', wanted: 'nobody' },
    },
    askAlike(7),
  ],
  end: [
    { change: {}, actions: STOLEN, asked: ENTRY },
    { change: {}, actions: [LOGIN, STEAL, LOGOUT, UNTIL_EXP, REPLAY], asked: ENTRY },
    { change: { token: { denyList: true } }, actions: STOLEN, asked: ENTRY },
    askAlike(11),
  ],
};
