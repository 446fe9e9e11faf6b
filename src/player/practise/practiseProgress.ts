import { create } from 'zustand';
import { type Keeping, keepStore, readKept } from '../kept/keepStore.ts';
import { getOwn, parseVersioned } from '../kept/parseVersioned.ts';
import { createSafeStorage, type SafeStorage } from '../kept/storage.ts';
import { isWay } from './ways.ts';

/** What has been done, by its address (`challenge/fixation`), and whether it was right the last time. */
export type Done = Readonly<Record<string, boolean>>;

/** How many hints were asked for, by the same address: once shown they stay. */
export type Hints = Readonly<Record<string, number>>;

export interface PractiseState {
  readonly done: Done;
  readonly hints: Hints;
}

interface PractiseVerbs {
  mark(address: string, isRight: boolean): void;
  showHint(address: string): void;
  /** Takes all back. */
  forget(): void;
}

/** Where it is kept. */
export const PRACTISE_KEY = 'authtrace.practise';

/** More than all there is to do; what is beyond was not kept by this page. */
const MOST = 2000;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 10;

/** Reads the own members of a kept object that are what they should be, by the address of a way. */
function readMembers<T>(kept: unknown, isRight: (value: unknown) => value is T) {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const own = Object.entries(kept).filter(
    (entry): entry is [string, T] => isWay(entry[0]) && isRight(entry[1]),
  );
  return Object.fromEntries(own.slice(0, MOST));
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** Reads it from any text; what is missing or wrong is as if never done. */
export function parsePractise(text: string | null): PractiseState {
  const kept = parseVersioned(text);
  return {
    done: readMembers(getOwn(kept, 'done'), isFlag),
    hints: readMembers(getOwn(kept, 'hints'), isCount),
  };
}

/** Writes it as the text that `parsePractise` reads. */
export const formatPractise = ({ done, hints }: PractiseState): string =>
  JSON.stringify({ version: 1, done, hints });

const isBlank = ({ done, hints }: PractiseState) =>
  Object.keys(done).length + Object.keys(hints).length === 0;

const KEEPING: Keeping<PractiseState> = {
  key: PRACTISE_KEY,
  parse: parsePractise,
  format: formatPractise,
  // Who forgets means all of it, that of other tabs too.
  merge: (kept, _before, now) =>
    isBlank(now)
      ? now
      : { done: { ...kept.done, ...now.done }, hints: { ...kept.hints, ...now.hints } },
  hear: (kept) => kept,
};

/** Creates the store, nothing done yet. */
export function createPractise() {
  return create<PractiseState & PractiseVerbs>()((set) => ({
    done: {},
    hints: {},
    mark: (address, isRight) => set(({ done }) => ({ done: { ...done, [address]: isRight } })),
    showHint: (address) =>
      set(({ hints }) => ({ hints: { ...hints, [address]: (hints[address] ?? 0) + 1 } })),
    forget: () => set({ done: {}, hints: {} }),
  }));
}

export type PractiseStore = ReturnType<typeof createPractise>;

/** Restores what was kept, then keeps each change. Returns what ends it. */
export function keepPractise(practise: PractiseStore, storage: SafeStorage): () => void {
  const kept = readKept(storage, PRACTISE_KEY);
  // What is not kept anywhere is still known here.
  if (kept !== null) practise.setState(parsePractise(kept));
  return keepStore<PractiseState>(practise, storage, KEEPING);
}

/** Makes the browser's storage; that it keeps nothing was said when the page opened. */
export const openStorage = (window: Window): SafeStorage =>
  createSafeStorage(
    () => window.localStorage,
    () => {},
    window,
  );

/** What the reader has done; `usePractise((practise) => practise.done)`. */
export const usePractise = createPractise();
