import { create } from 'zustand';
import { type Keeping, type KeptFault, keepStore, readKept } from '../kept/keepStore.ts';
import { getOwn, parseVersioned } from '../kept/parseVersioned.ts';
import { setAside } from '../kept/partsFault.ts';
import type { SafeStorage } from '../kept/storage.ts';

/** When a card is due, and what the schedule remembers of it; times in ms since 1970. */
export interface Scheduled {
  readonly due: number;
  readonly last: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly days: number;
  readonly steps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
}

/** The cards that have been answered, by the address of their exercise. */
export type Schedules = Readonly<Record<string, Scheduled>>;

export interface ReviewState {
  readonly cards: Schedules;
}

interface ReviewVerbs {
  /** Takes what the schedule says of a card. */
  put(id: string, scheduled: Scheduled): void;
  forget(): void;
}

/** Where they are kept. */
export const REVIEW_KEY = 'authtrace.review';

/** More cards than there are; what is beyond was not kept by this page. */
const MOST_CARDS = 100;
const MOST_ID = 100;
const DAY_MS = 86_400_000;
/** No schedule looks further ahead (ts-fsrs, `maximum_interval`). */
const MOST_DAYS = 36_500;
/** What says that it was answered later was not kept by this page. */
const LAST_ANSWER = Date.UTC(2100, 0, 1);

const FIELDS = [
  ...['due', 'last', 'stability', 'difficulty', 'days', 'steps', 'reps', 'lapses', 'state'],
] as const satisfies readonly string[];

/** Reads a card's schedule; `null` for what the schedule could not go on with. */
export function parseScheduled(value: unknown): Scheduled | null {
  const read = (name: string): number => {
    const own = getOwn(value, name);
    return typeof own === 'number' && Number.isFinite(own) && own >= 0 ? own : Number.NaN;
  };
  const numbers = FIELDS.map(read);
  const whole = [0, 1, 5, 6, 7, 8].every((i) => Number.isInteger(numbers[i]));
  const scheduled: Scheduled = {
    due: read('due'),
    last: read('last'),
    stability: read('stability'),
    difficulty: read('difficulty'),
    days: read('days'),
    steps: read('steps'),
    reps: read('reps'),
    lapses: read('lapses'),
    state: read('state'),
  };
  const { due, last, state, difficulty, stability } = scheduled;
  const isSound =
    whole &&
    !numbers.some(Number.isNaN) &&
    last <= LAST_ANSWER &&
    last <= due &&
    due - last <= (MOST_DAYS + 1) * DAY_MS &&
    state <= 3 &&
    stability > 0 &&
    difficulty >= 1 &&
    difficulty <= 10;
  return isSound ? scheduled : null;
}

/** Takes what a clock that was ahead has put after `now` (ms) for answered now: it is due as long after it. */
function toNow(scheduled: Scheduled, now: number): Scheduled {
  const ahead = Math.max(0, scheduled.last - now);
  return { ...scheduled, last: scheduled.last - ahead, due: scheduled.due - ahead };
}

/** Takes all of some for answered now that say they were answered later. */
export const allToNow = (cards: Schedules, now: number): Schedules =>
  Object.fromEntries(Object.entries(cards).map(([id, one]) => [id, toNow(one, now)]));

/** Reads schedules from any value, and leaves out what is none. */
export function readSchedules(value: unknown): Schedules {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const found: [string, Scheduled][] = [];
  for (const [id, kept] of Object.entries(value)) {
    const scheduled = parseScheduled(kept);
    if (scheduled && id.length <= MOST_ID && found.length < MOST_CARDS) found.push([id, scheduled]);
  }
  return Object.fromEntries(found);
}

/** Reads them from any text; what is missing or wrong is as if never answered. */
export const parseReview = (text: string | null): ReviewState => ({
  cards: readSchedules(getOwn(parseVersioned(text), 'cards')),
});

/** Writes them as the text that `parseReview` reads. */
export const formatReview = ({ cards }: ReviewState): string =>
  JSON.stringify({ version: 1, cards });

/**
 * Takes of each card the schedule that was made last. One that another clock has put after `now` (ms)
 * would hide every answer until then: it counts as the oldest.
 */
export function mergeSchedules(a: Schedules, b: Schedules, now: number): Schedules {
  const toTime = ({ last }: Scheduled) => (last > now ? 0 : last);
  const merged: Record<string, Scheduled> = { ...a };
  for (const [id, scheduled] of Object.entries(b)) {
    const known = Object.hasOwn(merged, id) ? merged[id] : undefined;
    if (!known || toTime(known) < toTime(scheduled)) merged[id] = scheduled;
  }
  return merged;
}

const KEEPING: Keeping<ReviewState> = {
  key: REVIEW_KEY,
  parse: parseReview,
  format: formatReview,
  merge: (kept, _before, now) =>
    Object.keys(now.cards).length === 0
      ? now
      : { cards: mergeSchedules(kept.cards, now.cards, Date.now()) },
  hear: (kept) => kept,
};

/** Creates their store, nothing answered yet. */
export function createReview() {
  return create<ReviewState & ReviewVerbs>()((set) => ({
    cards: {},
    put: (id, scheduled) => set(({ cards }) => ({ cards: { ...cards, [id]: scheduled } })),
    forget: () => set({ cards: {} }),
  }));
}

export type ReviewStore = ReturnType<typeof createReview>;

/** What is wrong with kept cards: that of any part, or that a clock was ahead as they were answered. */
export type ReviewFault = KeptFault | 'ahead';

/** Tells whether some were answered by a clock that is ahead of `now` (ms). */
export const isAhead = (cards: Schedules, now: number): boolean =>
  Object.values(cards).some(({ last }) => last > now);

/** Restores what was kept, then keeps each change. Returns what ends it. */
export function keepReview(
  review: ReviewStore,
  storage: SafeStorage,
  report: (fault: ReviewFault) => void = () => {},
): () => void {
  const kept = readKept(storage, REVIEW_KEY);
  const understood = parseReview(kept);
  setAside(storage, REVIEW_KEY, kept, understood, report);
  const { cards } = understood;
  const now = Date.now();
  if (isAhead(cards, now)) report('ahead');
  if (kept !== null) review.setState({ cards: allToNow(cards, now) });
  return keepStore<ReviewState>(review, storage, KEEPING);
}

/** The reader's cards; `useReview((review) => review.cards)`. */
export const useReview = createReview();

/**
 * Lists which of some cards are due: those whose time has come, the longest waiting first, then those
 * never answered. What another device's clock has put before its own last answer is due as well.
 */
export function listDue(ids: readonly string[], cards: Schedules, now: number): readonly string[] {
  const isDue = ({ due, last }: Scheduled) => due <= now || last > now;
  const answered = ids.filter((id) => {
    const scheduled = cards[id];
    return scheduled !== undefined && isDue(scheduled);
  });
  const before = (a: string, b: string) => (cards[a]?.due ?? 0) - (cards[b]?.due ?? 0);
  return [...answered.sort(before), ...ids.filter((id) => cards[id] === undefined)];
}
