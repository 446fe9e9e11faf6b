import { create } from 'zustand';
import { type Keeping, type KeptFault, keepStore, readKept } from '../kept/keepStore.ts';
import { getOwn, parseVersioned } from '../kept/parseVersioned.ts';
import { setAside } from '../kept/partsFault.ts';
import { createSafeStorage, type SafeStorage } from '../kept/storage.ts';
import { isTestQuestion, parseTest } from './testAddress.ts';
import { isWay } from './ways.ts';

/** What has been done, by its address (`challenge/fixation`), and whether it was right the last time. */
export type Done = Readonly<Record<string, boolean>>;

/** How many hints were asked for, by the same address: once shown they stay. */
export type Hints = Readonly<Record<string, number>>;

/** A test that was begun: what was said, and whether it was handed in, after which nothing changes. */
export interface BegunTest {
  readonly said: Readonly<Record<string, string>>;
  readonly isOver: boolean;
  /** What was right was asked for before the other test was handed in. */
  readonly isShown?: boolean;
}

/** The tests that were begun, by their addresses (`before.17`). */
export type Tests = Readonly<Record<string, BegunTest>>;

/** Something that somebody who chooses may need: whether they do, and how they settle it. */
export interface KeptNeed {
  readonly isMine: boolean;
  readonly note: string;
}

/** What was said of needs, by their addresses (`deep/mobile-app`). */
export type Needs = Readonly<Record<string, KeptNeed>>;

export interface PractiseState {
  readonly done: Done;
  readonly hints: Hints;
  readonly tests: Tests;
  readonly needs: Needs;
}

interface PractiseVerbs {
  mark(address: string, isRight: boolean): void;
  showHint(address: string): void;
  /** Keeps what is said to a question of a test; one that was handed in stays as it is. */
  sayInTest(test: string, question: string, said: string): void;
  handIn(test: string): void;
  /** Notes that what was right was asked for. */
  showAnswers(test: string): void;
  /** Keeps what is said of a need; what is left out stays as it was. */
  settle(address: string, said: Partial<KeptNeed>): void;
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

/** More questions than a test has, and longer than what is said to one. */
const MOST_SAID = 20;
const MOST_LETTERS = 100;

/** Reads a test that was begun; `null` for what is none. */
function readTest(value: unknown): BegunTest | null {
  const said = getOwn(value, 'said');
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
  const own = Object.entries(said).filter(
    (entry): entry is [string, string] =>
      isTestQuestion(entry[0]) && typeof entry[1] === 'string' && entry[1].length <= MOST_LETTERS,
  );
  return {
    said: Object.fromEntries(own.slice(0, MOST_SAID)),
    isOver: getOwn(value, 'isOver') === true,
    ...(getOwn(value, 'isShown') === true ? { isShown: true } : {}),
  };
}

/** Reads the tests of a kept object, by the addresses that tests have. */
function readTests(kept: unknown): Tests {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const own = Object.entries(kept).flatMap(([address, value]) => {
    const test = parseTest(address) ? readTest(value) : null;
    return test ? [[address, test] as const] : [];
  });
  return Object.fromEntries(own.slice(0, MOST));
}

/** Longer than a note for a list is; the field takes no more. */
export const MOST_NOTE = 1000;

/** Reads what was said of needs; the part of it that is none is left out. */
function readNeeds(kept: unknown): Needs {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const own = Object.entries(kept).flatMap(([address, value]) => {
    const note = getOwn(value, 'note');
    if (!isWay(address) || typeof note !== 'string' || note.length > MOST_NOTE) return [];
    return [[address, { isMine: getOwn(value, 'isMine') === true, note }] as const];
  });
  return Object.fromEntries(own.slice(0, MOST));
}

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** Reads it from any text; what is missing or wrong is as if never done. */
export function parsePractise(text: string | null): PractiseState {
  const kept = parseVersioned(text);
  return {
    done: readMembers(getOwn(kept, 'done'), isFlag),
    hints: readMembers(getOwn(kept, 'hints'), isCount),
    tests: readTests(getOwn(kept, 'tests')),
    needs: readNeeds(getOwn(kept, 'needs')),
  };
}

/** Writes it as the text that `parsePractise` reads. */
export const formatPractise = ({ done, hints, tests, needs }: PractiseState): string =>
  JSON.stringify({ version: 1, done, hints, tests, needs });

const isBlank = ({ done, hints, tests, needs }: PractiseState) =>
  [done, hints, tests, needs].every((part) => Object.keys(part).length === 0);

/** Adds what is kept elsewhere: of a test the one that was handed in, else the own one. */
export function mergeTests(own: Tests, more: Tests): Tests {
  const merged: Record<string, BegunTest> = { ...more };
  for (const [address, test] of Object.entries(own)) {
    if (test.isOver || !merged[address]?.isOver) merged[address] = test;
  }
  return merged;
}

const KEEPING: Keeping<PractiseState> = {
  key: PRACTISE_KEY,
  parse: parsePractise,
  format: formatPractise,
  // Who forgets means all of it, that of other tabs too.
  merge: (kept, _before, now) =>
    isBlank(now)
      ? now
      : {
          done: { ...kept.done, ...now.done },
          hints: { ...kept.hints, ...now.hints },
          tests: mergeTests(now.tests, kept.tests),
          needs: { ...kept.needs, ...now.needs },
        },
  hear: (kept) => kept,
};

/** What is done by doing it stays done, whatever is tried afterwards; of a question the last answer counts. */
const isTask = (address: string) => /^(try|project|challenge)\//.test(address);

const BLANK: PractiseState = { done: {}, hints: {}, tests: {}, needs: {} };
const UNSAID: KeptNeed = { isMine: false, note: '' };
const NOT_BEGUN: BegunTest = { said: {}, isOver: false };

/** Creates the store, nothing done yet. */
export function createPractise() {
  return create<PractiseState & PractiseVerbs>()((set) => ({
    ...BLANK,
    mark: (address, isRight) =>
      set(({ done }) => ({
        done: { ...done, [address]: isRight || (isTask(address) && done[address] === true) },
      })),
    showHint: (address) =>
      set(({ hints }) => ({ hints: { ...hints, [address]: (hints[address] ?? 0) + 1 } })),
    sayInTest: (address, question, said) =>
      set(({ tests }) => {
        const test = tests[address] ?? NOT_BEGUN;
        if (test.isOver) return {};
        const now = { ...test, said: { ...test.said, [question]: said } };
        return { tests: { ...tests, [address]: now } };
      }),
    showAnswers: (address) =>
      set(({ tests }) => ({
        tests: { ...tests, [address]: { ...(tests[address] ?? NOT_BEGUN), isShown: true } },
      })),
    handIn: (address) =>
      set(({ tests }) => ({
        tests: { ...tests, [address]: { ...(tests[address] ?? NOT_BEGUN), isOver: true } },
      })),
    settle: (address, said) =>
      set(({ needs }) => ({
        needs: { ...needs, [address]: { ...(needs[address] ?? UNSAID), ...said } },
      })),
    forget: () => set(BLANK),
  }));
}

export type PractiseStore = ReturnType<typeof createPractise>;

/** Restores what was kept, then keeps each change. Returns what ends it. */
export function keepPractise(
  practise: PractiseStore,
  storage: SafeStorage,
  report: (fault: KeptFault) => void = () => {},
): () => void {
  const kept = readKept(storage, PRACTISE_KEY);
  const understood = parsePractise(kept);
  setAside(storage, PRACTISE_KEY, kept, understood, report);
  // What is not kept anywhere is still known here.
  if (kept !== null) practise.setState(understood);
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
