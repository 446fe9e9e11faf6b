import { getOwn } from '../kept/parseVersioned.ts';

/** What a server of one's own has to do, by the steps of the walk in which that is checked. */
export const STAGES = [
  { id: 'login', steps: [1, 2, 3, 4, 5] },
  { id: 'request', steps: [6, 7, 8] },
  { id: 'logout', steps: [9, 10] },
  { id: 'after', steps: [11, 12] },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

/** Longer than any report that check-server prints. */
const MAX_CHARS = 1024 * 1024;

/** Reads of a step whether something passed there and nothing failed, in the lanes that were checked. */
function readStep(step: unknown): { readonly passed: boolean; readonly failed: boolean } {
  const marks = [getOwn(step, 'session'), getOwn(step, 'token')];
  return {
    passed: marks.some((mark) => mark === 'pass' || mark === 'warn'),
    failed: marks.includes('fail'),
  };
}

/** Reads which stages a pasted report of check-server has done; `null` for what is no report. Never throws. */
export function readCheckReport(text: string): readonly StageId[] | null {
  if (text.length > MAX_CHARS) return null;
  let steps: unknown;
  try {
    steps = getOwn(JSON.parse(text), 'steps');
  } catch {
    return null;
  }
  if (!Array.isArray(steps) || steps.length === 0) return null;
  const list: readonly unknown[] = steps;
  return STAGES.filter((stage) => {
    const own = list.filter((step) =>
      stage.steps.some((number) => number === getOwn(step, 'step')),
    );
    const read = own.map(readStep);
    return read.some(({ passed }) => passed) && !read.some(({ failed }) => failed);
  }).map(({ id }) => id);
}
