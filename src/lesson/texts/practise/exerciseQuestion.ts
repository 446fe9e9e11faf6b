import type { Question } from '../../told/question.ts';
import { toActionLabel } from '../actions/actionLabels.ts';
import { LANE_NAMES } from '../lanes.ts';
import { nameCount, PREDICT_TEXTS } from '../panels/check/predict.ts';

/** Names a step by its title, and by what is done in it. */
function nameStep({ named: { title, action } }: Question): string {
  const done = action === null ? title : toActionLabel(action);
  return done === title ? `“${title}”` : `“${title}” (${done})`;
}

/** Names a step whose title is asked for: by what is done, and what comes before it. */
function nameNext({ named: { before, action } }: Question): string {
  const next = before === '' ? 'first' : `right after “${before}”`;
  return action === null ? next : `for “${toActionLabel(action)}”, ${next}`;
}

/** Names a cell; the store is the first server's, where each of two has its own. */
export const nameVariable = (variable: string, { named: { stores } }: Question) =>
  variable === 'sessionStore' && stores > 1 ? `server A’s ${variable}` : variable;

/** Says what an exercise asks: beside it no steps are numbered, so that they are named. */
export function sayExercise(question: Question): string {
  const { subject } = question;
  switch (subject.about) {
    case 'left':
      return `After ${nameStep(question)}, who would still accept a copy of what was given out?`;
    case 'step':
      return `What do both lanes do ${nameNext(question)}?`;
    case 'count':
      return `${LANE_NAMES[subject.lane]}, up to ${nameStep(question)}: ${nameCount(subject.count)}?`;
    case 'variable':
      return `What will be in ${nameVariable(subject.variable, question)} after ${nameStep(question)}?`;
    case 'cell':
      return `${LANE_NAMES[subject.lane]}, at ${nameStep(question)}: what happens?`;
    default:
      return PREDICT_TEXTS.sayQuestion(question);
  }
}
