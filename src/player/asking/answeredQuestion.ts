import { listAsked } from '../../lesson/told/askedSteps.ts';
import { findQuestion, type Question } from '../../lesson/told/question.ts';
import type { Player } from '../playerState.ts';
import { readSaid } from './openQuestion.ts';
import type { Predictions } from './predictions.ts';

/** What was asked, and what was said of it. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly said: string;
}

/** Returns the question that the step on show answers, with the option that was chosen; `null` where none was. */
export function findAnsweredQuestion(
  { run, cursor }: Pick<Player, 'run' | 'cursor'>,
  answers: Predictions,
): AnsweredQuestion | null {
  const told = run.telling.run;
  const step = listAsked(run.telling).findLast((asked) => asked <= cursor);
  const last = told.isWalk ? step : told.answers;
  if (step === undefined || last === undefined || last === null || cursor > last) return null;
  const said = readSaid(answers, run, step);
  if (typeof said !== 'string') return null;
  const question = findQuestion(run.telling, step);
  return question?.options.includes(said) ? { question, said } : null;
}
