import type { StepKind } from '../../../sim/stepKind.ts';
import type { StepWords } from './stepWords.ts';

/** Returns the words of the same kinds of step, each made of what was given for it. */
export function mapSteps<K extends StepKind>(
  steps: Readonly<Record<K, StepWords>>,
  toWords: (words: StepWords, kind: K) => StepWords,
): Readonly<Record<K, StepWords>> {
  const made: Record<K, StepWords> = { ...steps };
  // What an old library has put on every object is no step.
  for (const kind in made) {
    if (Object.hasOwn(made, kind)) made[kind] = toWords(made[kind], kind);
  }
  return made;
}
