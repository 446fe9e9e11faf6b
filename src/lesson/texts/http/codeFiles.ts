import type { Strategy } from '../../../sim/strategy.ts';

/** The files that the page shows. */
export const CODE_FILES = [
  'sessionServer.js',
  'tokenServer.js',
  'refreshTokens.js',
  'client.js',
] as const;
export type CodeFileName = (typeof CODE_FILES)[number];

/** Lines that act in a step: from the one line of the file that holds `from` to the next that holds `to`. */
export interface CodeMark {
  readonly file: CodeFileName;
  readonly from: string;
  /** Left out: the one line. */
  readonly to?: string;
}

/** Why a step has no code of anybody's. */
export const NO_CODE: Readonly<Record<Strategy, string>> = {
  session: 'Session lane: no code acts.',
  token: 'Token lane: no code acts.',
};

/** Stands before the differences between a run's servers and the code that is shown. */
export const CODE_DIFFERS = 'This run’s servers differ from the code that is shown.';

/** Finds a mark's lines in a file: first and last index, or `null` when it points at nothing or at two places. */
export function locateMark(mark: CodeMark, text: string): readonly [number, number] | null {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, i) => (line.includes(mark.from) ? [i] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return null;
  const { to } = mark;
  if (to === undefined) return [start, start];
  const end = lines.findIndex((line, i) => i >= start && line.includes(to));
  return end < 0 ? null : [start, end];
}
