import type { Action, ActionOf } from '../../sim/action.ts';
import type { LaneCounts } from '../../sim/counts.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { PerLane } from '../telling.ts';
import type { Which } from '../told/question.ts';
import { toWhich } from '../told/question.ts';

/** What a cost may grow with: requests after a login, browsers that log in, bytes about the user. */
export type Along = 'requests' | 'users' | 'data';

/** A cost, and what it is counted over. */
export interface Measure {
  /** Added up where there are several. */
  readonly counts: readonly Exclude<keyof LaneCounts, 'copy'>[];
  readonly along: Along;
  /** `grows`: in which lanes it is more each time; `more`: which lane has more of it at the end. */
  readonly asks: 'grows' | 'more';
  /** The lane whose steps explain it. */
  readonly lane: Strategy;
  /** What its runs change of the walk's settings. */
  readonly change?: SettingsChange;
}

/** What was counted at one value of what it is counted over. */
export interface Point {
  readonly at: number;
  readonly counted: PerLane<number>;
}

/** A run to count in: what it changes of the walk's settings, and its Actions. */
export interface CountedRun {
  readonly change: SettingsChange;
  readonly actions: readonly Action[];
  /** The values that it is counted at, each with its step. */
  readonly steps: readonly { readonly at: number; readonly step: number }[];
}

/** As many requests and users as are run. */
export const MOST = 100;
const DATA_BYTES = [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000];

const LOGIN: ActionOf<'login'> = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request', fold: true };
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const listRequests = (count: number): readonly Action[] => [
  LOGIN,
  ...range(1, count).map(() => REQUEST),
];

/** Lists what has to be run for a cost to be counted at all values. A folded Action is one step. */
export function listRuns({ along, change = {} }: Measure): readonly CountedRun[] {
  switch (along) {
    case 'requests': {
      const steps = range(0, MOST).map((at) => ({ at, step: at + 1 }));
      return [{ change, actions: listRequests(MOST), steps }];
    }
    case 'users': {
      const logins = range(2, MOST).map((n): Action => ({ ...LOGIN, client: `client${n}` }));
      const steps = range(1, MOST).map((at) => ({ at, step: at }));
      return [{ change, actions: [LOGIN, ...logins], steps }];
    }
    case 'data':
      return DATA_BYTES.map((at) => ({
        change: { ...change, payload: { about: 'x'.repeat(at) } },
        actions: listRequests(1),
        steps: [{ at, step: 2 }],
      }));
  }
}

/** Tells which of the lanes have what is asked for. */
export function findCostly({ asks }: Measure, points: readonly Point[]): Which {
  const last = points.at(-1)?.counted ?? { session: 0, token: 0 };
  const isCostly = (lane: Strategy, other: Strategy) =>
    asks === 'more'
      ? last[lane] >= last[other]
      : points.every(({ counted }, i) => {
          const before = points[i - 1];
          return !before || counted[lane] > before.counted[lane];
        });
  return toWhich(isCostly('session', 'token'), isCostly('token', 'session'));
}

/** Finds the first value at which it is the other lane that has more; `null` where that never comes. */
export function findCrossing(points: readonly Point[]): Point | null {
  const toSign = ({ counted }: Point) => Math.sign(counted.token - counted.session);
  const first = points[0] ? toSign(points[0]) : 0;
  return points.find((point) => toSign(point) === -first && first !== 0) ?? null;
}

const READS = { counts: ['storeReads'], along: 'requests', asks: 'grows' } as const;

/** What there is to measure. */
export const MEASURES = {
  'store-reads': { ...READS, lane: 'session' },
  'list-reads': { ...READS, lane: 'token', change: { token: { denyList: true } } },
  signatures: {
    counts: ['signaturesChecked'],
    along: 'requests',
    asks: 'grows',
    lane: 'token',
  },
  'sent-bytes': {
    counts: ['clientBytes', 'serverBytes'],
    along: 'requests',
    asks: 'more',
    lane: 'token',
  },
  'data-bytes': { counts: ['clientBytes'], along: 'data', asks: 'grows', lane: 'token' },
  'kept-data': { counts: ['keptBytes'], along: 'data', asks: 'grows', lane: 'session' },
  'kept-bytes': { counts: ['keptBytes'], along: 'users', asks: 'grows', lane: 'session' },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureId = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];
