import type { Telling } from '../telling.ts';

/** The steps of the walk before which the page asks what will happen. */
export const WALK_ASKED: readonly number[] = [3, 6, 7, 9, 10, 11];

/** Lists the steps before which a run asks what will happen: those of the walk, or the first of a Scenario that could tell the answer; none of a run of one's own. */
export function listAsked({ run: { isWalk, asks } }: Pick<Telling, 'run'>): readonly number[] {
  if (isWalk) return WALK_ASKED;
  return asks === null ? [] : [asks];
}
