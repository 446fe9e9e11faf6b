import type { Action } from '../../sim/action.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';

/** What the second run of a pair has otherwise than the first: a setting, or an Action before the last one. */
export type PairDifference = { readonly change: SettingsChange } | { readonly before: Action };

/** Two runs that differ in one thing; who gets in at the last Action is asked of both. */
export interface Pair {
  /** What both change of the walk's settings. */
  readonly change?: SettingsChange;
  readonly actions: readonly Action[];
  readonly second: PairDifference;
}

const LOGIN: Action = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request', fold: true };
const LOGOUT: Action = { type: 'logout', fold: true };
const STEAL: Action = { type: 'steal' };
const REPLAY: Action = { type: 'replay', fold: true };
const FORM: Action = { type: 'crossSite', vehicle: 'form', fold: true };
const PART: Action = { type: 'wait', seconds: 600 };

const STOLEN = [LOGIN, STEAL, LOGOUT, REPLAY];
/** SameSite=None must be Secure, and Secure needs https. */
const SENT_BY_ALL = {
  origin: 'https://bank.localhost:3000',
  session: { sameSite: 'none', secure: true },
} as const satisfies SettingsChange;

/** What there is to compare, the tellingest first. */
export const PAIRS = {
  'deny-list': { actions: STOLEN, second: { change: { token: { denyList: true } } } },
  destroy: {
    change: { session: { destroyAtLogout: false } },
    actions: STOLEN,
    second: { change: { session: { destroyAtLogout: true } } },
  },
  exp: { actions: STOLEN, second: { before: { type: 'wait', until: 'token' } } },
  ban: { actions: [LOGIN, REQUEST], second: { before: { type: 'ban' } } },
  store: {
    actions: [LOGIN, { type: 'restart' }, REQUEST],
    second: { change: { session: { store: 'persistent' } } },
  },
  'two-servers': {
    change: { second: {}, session: { store: 'persistent' } },
    actions: [LOGIN, { type: 'request', server: 'server2', fold: true }],
    second: { change: { sharedStore: true } },
  },
  'same-site': {
    change: SENT_BY_ALL,
    actions: [LOGIN, FORM],
    second: { change: { session: { sameSite: 'lax' } } },
  },
  'kept-in': {
    change: { ...SENT_BY_ALL },
    actions: [LOGIN, FORM],
    second: { change: { token: { keptIn: 'cookie' } } },
  },
  'http-only': {
    change: { session: { httpOnly: false } },
    actions: [LOGIN, { type: 'injectScript', mode: 'read' }, REPLAY],
    second: { change: { session: { httpOnly: true } } },
  },
  verify: {
    change: { token: { verifier: 'decode' } },
    actions: [LOGIN, { type: 'tamper', part: 'payload', fold: true }],
    second: { change: { token: { verifier: 'library' } } },
  },
  rolling: {
    actions: [LOGIN, PART, REQUEST, PART, REQUEST],
    second: { change: { session: { rolling: true } } },
  },
} as const satisfies Readonly<Record<string, Pair>>;

export type PairId = keyof typeof PAIRS;

export const PAIR_IDS = Object.keys(PAIRS) as readonly PairId[];
