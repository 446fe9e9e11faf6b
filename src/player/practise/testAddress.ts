import { parseExerciseId } from '../../lesson/exercises/exerciseId.ts';

/** A test before the lesson or after it, drawn by a seed. */
export const TEST_TIMES = ['before', 'after'] as const;
export interface TestAddress {
  readonly time: (typeof TEST_TIMES)[number];
  readonly seed: number;
}

/** Writes a test for an address, e.g. `before.17`. */
export const formatTest = ({ time, seed }: TestAddress): string => `${time}.${seed}`;

/** Reads it from any text; `null` for what is none. */
export function parseTest(text: string): TestAddress | null {
  const [, name, seedText] = /^([a-z]+)\.(0|[1-9][0-9]{0,9})$/.exec(text) ?? [];
  const time = TEST_TIMES.find((one) => one === name);
  const seed = Number(seedText);
  return time && seed <= 0xffff_ffff ? { time, seed } : null;
}

/** Tells whether a text is the address of a question of a test, e.g. `two-browsers~restart.4.entry`. */
export const isTestQuestion = (text: string): boolean =>
  parseExerciseId(text.replace(/~[a-z-]{1,20}/, '')) !== null;
