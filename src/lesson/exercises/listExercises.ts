import type { StepTelling, Telling } from '../telling.ts';
import type { Subject } from '../told/question.ts';
import { askFor, isTried } from '../told/question.ts';
import type { Exercise } from './exercise.ts';
import { toExercise } from './exercise.ts';

/** Steps at which a credential ends, or everything does: there it is worth asking what is left. */
const ENDINGS = /^(logout\.|end\.rest|forget\.|leave\.)/;

/** Lists what a step has to ask for: who gets in, what is left, what has changed, and what each lane does. */
function listSubjects(told: StepTelling, had: boolean): readonly Subject[] {
  const subjects: Subject[] = told.changed.map((variable) => ({ about: 'variable', variable }));
  if (isTried(told)) subjects.push({ about: 'entry' });
  if (had && ENDINGS.test(told.kind)) subjects.push({ about: 'left' });
  return [...subjects, { about: 'cell', lane: 'session' }, { about: 'cell', lane: 'token' }];
}

/** Lists all that can be asked of a run, step by step; of a run of one's own too. */
export function listExercises(
  telling: Telling,
  siblings: readonly Telling[] = [],
): readonly Exercise[] {
  const found: Exercise[] = [];
  // Where nothing was ever given out there is nothing to be left.
  let had = false;
  for (let step = 1; step <= telling.run.lastStep; step += 1) {
    for (const subject of listSubjects(telling.at(step), had)) {
      const exercise = toExercise(telling, subject, step, siblings);
      if (exercise) found.push(exercise);
    }
    had ||= askFor(telling, { about: 'left' }, step)?.right !== 'nobody';
  }
  return found;
}
