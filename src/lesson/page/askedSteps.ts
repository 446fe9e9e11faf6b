import type { StepTelling, Telling } from '../telling.ts';
import { isVerdict } from './look.ts';

/** The steps of the walk before which the page asks what will happen. */
export const WALK_ASKED: readonly number[] = [3, 6, 7, 9, 10, 11];

const showsVerdict = ({ session, token }: StepTelling) =>
  isVerdict(session.badge.tone) || isVerdict(token.badge.tone);

/**
 * Lists the steps before which a run asks what will happen: those of the walk, or the one at which the
 * deciding Action of a Scenario begins to show its answer; none of a run of one's own.
 */
export function listAsked({ run, at }: Telling): readonly number[] {
  if (run.isWalk) return WALK_ASKED;
  if (run.decides === null) return [];
  const { actionIndex } = at(run.decides);
  let first = run.decides;
  for (let step = first - 1; at(step).actionIndex === actionIndex; step -= 1) {
    if (showsVerdict(at(step))) first = step;
  }
  return [first];
}
