import type { StepKind } from '../../../../sim/stepKind.ts';
import { mapSteps } from '../mapSteps.ts';
import type { LaneWords, StepWords } from '../stepWords.ts';

/** What is said of a session without a store, where it is not what is said of one with a store. */
export interface SwappedWords extends LaneWords {
  /** What came of the step, where that is another thing, too. */
  readonly result?: StepWords['result'];
}

/** Returns words of steps in which the session's lane is told in other words. */
export function swap<K extends StepKind>(
  steps: Readonly<Record<K, StepWords>>,
  lanes: Readonly<Partial<Record<K, SwappedWords>>>,
): Readonly<Record<K, StepWords>> {
  return mapSteps(steps, (words, kind) => {
    const own = lanes[kind];
    if (!own) return words;
    const { result = words.result, ...session } = own;
    return { ...words, session, result };
  });
}
