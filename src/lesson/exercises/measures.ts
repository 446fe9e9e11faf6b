import type { Action, ActionOf } from '../../sim/action.ts';
import type { LaneCounts } from '../../sim/counts.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { PerLane } from '../telling.ts';
import type { Which } from '../told/question.ts';
import { toWhich } from '../told/question.ts';

/** What a cost may grow with: requests after a login, browsers that log in, servers that share nothing, bytes about the user. */
export type Along = 'requests' | 'users' | 'servers' | 'data';

/** A cost, and what it is counted over. */
export interface Measure {
  /** Added up where there are several. */
  readonly counts: readonly Exclude<keyof LaneCounts, 'copy'>[];
  readonly along: Along;
  /** `amount`: how much of it the lane has at the end; `grows`: in which lanes it is more each time; `more`: which lane has more of it at the end. */
  readonly asks: 'amount' | 'grows' | 'more';
  /** The last value that it is counted at; as many as `MOST` when left out. */
  readonly most?: number;
  /** The lane whose steps explain it. */
  readonly lane: Strategy;
  /** What its runs change of the walk's settings. */
  readonly change?: SettingsChange;
}

/** What was counted at one value of what it is counted over. */
export interface Point {
  readonly at: number;
  readonly counted: PerLane<number>;
  /** What was written into the store by then. */
  readonly written: PerLane<number>;
}

/** A run to count in: what it changes of the walk's settings, and its Actions. */
export interface CountedRun {
  readonly change: SettingsChange;
  readonly actions: readonly Action[];
  /** The values that it is counted at, each with its step. */
  readonly steps: readonly { readonly at: number; readonly step: number }[];
}

/** As many requests and users as are run where nothing else is said. */
export const MOST = 100;
/** Of many more users not each is counted. */
const USERS_APART = 100;
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
export function listRuns({ along, change = {}, most = MOST }: Measure): readonly CountedRun[] {
  switch (along) {
    case 'requests': {
      const steps = range(0, most).map((at) => ({ at, step: at + 1 }));
      return [{ change, actions: listRequests(most), steps }];
    }
    case 'users': {
      const logins = range(2, most).map((n): Action => ({ ...LOGIN, client: `client${n}` }));
      const counted = range(1, most).filter(
        (at) => most === MOST || at === 1 || at % USERS_APART === 0,
      );
      const steps = counted.map((at) => ({ at, step: at }));
      return [{ change, actions: [LOGIN, ...logins], steps }];
    }
    // Servers that share nothing do not know of each other: each is a run of its own.
    case 'servers':
      return range(1, most).map((at) => ({
        change: { ...change, seed: `server${at}` },
        actions: [LOGIN],
        steps: [{ at, step: 1 }],
      }));
    case 'data':
      return DATA_BYTES.map((at) => ({
        change: { ...change, payload: { about: 'x'.repeat(at) } },
        actions: listRequests(1),
        steps: [{ at, step: 2 }],
      }));
  }
}

const add = (a: PerLane<number>, b: PerLane<number>): PerLane<number> => ({
  session: a.session + b.session,
  token: a.token + b.token,
});

/** Adds up what each server has, up to each of them. */
export function addUp(points: readonly Point[]): readonly Point[] {
  let counted: PerLane<number> = { session: 0, token: 0 };
  let written = counted;
  return points.map((point) => {
    counted = add(counted, point.counted);
    written = add(written, point.written);
    return { at: point.at, counted, written };
  });
}

/** A number that somebody may take for the one that was asked for, and where it was counted. */
export type NearMiss =
  | { readonly value: number; readonly type: 'at'; readonly at: number }
  | { readonly value: number; readonly type: 'otherLane' | 'written' | 'readAndWritten' };

/** Lists what else was counted in the same runs, each number once, none the right one. */
export function listNearMisses(
  { lane, along, counts }: Measure,
  points: readonly Point[],
): readonly NearMiss[] {
  const last = points.at(-1);
  if (!last) return [];
  const [right, written] = [last.counted[lane], last.written[lane]];
  const isOfStore = counts.includes('storeReads');
  // Of many users the one before the last is as good as right.
  const near = along === 'users' ? points.slice(0, 2) : points.slice(-3, -1).toReversed();
  const misses: readonly NearMiss[] = [
    ...(isOfStore
      ? ([
          { value: written, type: 'written' },
          { value: right + written, type: 'readAndWritten' },
        ] as const)
      : []),
    { value: last.counted[lane === 'session' ? 'token' : 'session'], type: 'otherLane' },
    ...near.map(({ at, counted }) => ({ value: counted[lane], type: 'at', at }) as const),
  ];
  return misses.filter(
    ({ value }, i) => value !== right && misses.findIndex((one) => one.value === value) === i,
  );
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

/** Works out what one more costs, rounded, of the last that were counted. */
export function findEach(points: readonly Point[]): PerLane<number> {
  const [before, last] = points.slice(-2);
  if (!before || !last) return { session: 0, token: 0 };
  const toEach = (lane: Strategy) =>
    Math.round((last.counted[lane] - before.counted[lane]) / (last.at - before.at));
  return { session: toEach('session'), token: toEach('token') };
}

const READS = { counts: ['storeReads'], along: 'requests', asks: 'grows' } as const;

/** What there is to measure: first how much it is, then what it grows with. */
export const MEASURES = {
  'ten-reads': {
    counts: ['storeReads'],
    along: 'requests',
    asks: 'amount',
    lane: 'session',
    most: 10,
  },
  'three-servers': {
    counts: ['keptBytes'],
    along: 'servers',
    asks: 'amount',
    lane: 'session',
    most: 3,
  },
  'thousand-users': {
    counts: ['keptBytes'],
    along: 'users',
    asks: 'amount',
    lane: 'session',
    most: 1000,
  },
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
