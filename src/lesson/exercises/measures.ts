import type { Action, ActionOf } from '../../sim/action.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { CountsTelling } from '../telling.ts';

/** Something to be counted in a run: what, and in which lane it is asked for. */
export interface Measure {
  readonly count: Exclude<keyof CountsTelling, 'copy'>;
  readonly lane: Strategy;
  readonly actions: readonly Action[];
  /** What its run changes of the walk's settings. */
  readonly change?: SettingsChange;
}

const LOGIN: ActionOf<'login'> = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request', fold: true };

const TEN_REQUESTS: readonly Action[] = [LOGIN, ...Array.from({ length: 10 }, () => REQUEST)];
/** As many requests as the growth is shown of. */
export const MOST_REQUESTS = 100;
export const GROWTH_ACTIONS: readonly Action[] = [
  LOGIN,
  ...Array.from({ length: MOST_REQUESTS }, () => REQUEST),
];

const TEN_LOGINS: readonly Action[] = [
  LOGIN,
  ...Array.from({ length: 9 }, (_, i): Action => ({ ...LOGIN, client: `client${i + 2}` })),
];

/** What there is to measure, each with its run. */
export const MEASURES = {
  'store-reads': { count: 'storeReads', lane: 'session', actions: TEN_REQUESTS },
  'list-reads': {
    count: 'storeReads',
    lane: 'token',
    actions: TEN_REQUESTS,
    change: { token: { denyList: true } },
  },
  'sent-bytes': { count: 'clientBytes', lane: 'token', actions: TEN_REQUESTS },
  signatures: { count: 'signaturesChecked', lane: 'token', actions: TEN_REQUESTS },
  'kept-bytes': { count: 'keptBytes', lane: 'session', actions: TEN_LOGINS },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureId = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];
