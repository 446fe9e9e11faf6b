import type { Strategy } from '../../sim/strategy.ts';
import type { PerLane, RichText, StepTelling, Telling } from '../telling.ts';
import type { AnswerCell } from '../texts/quiz.ts';
import type { Question, Subject } from '../told/question.ts';
import { askFor, isWhich, toTellingLane } from '../told/question.ts';
import { askForCell } from './askForCell.ts';
import { formatExerciseId } from './exerciseId.ts';

/** A question of a run that has been answered by running it: nothing of it is typed in. */
export interface Exercise {
  /** Its address: the Scenario, the step, and what is asked for there. */
  readonly id: string;
  readonly scenarioId: string;
  readonly question: Question;
  /** Why it is so: what the step itself says in each lane, a computed value among it. */
  readonly explanation: PerLane<RichText>;
  /** The cell that holds the answer. */
  readonly place: AnswerCell;
}

/** Tells whether both lanes are asked about, so that each is explained. */
const isOfBoth = (subject: Subject) =>
  isWhich(subject) || subject.about === 'step' || subject.about === 'words';

const namesValue = (sentence: RichText) =>
  sentence.some((part) => typeof part !== 'string' && 'code' in part);

/**
 * Returns the sentences that explain the step, `null` where neither says a value. Where one lane is
 * asked about, and says none, the other explains it; where both are, each has its own.
 */
function toExplanation(
  { session, token }: StepTelling,
  subject: Subject,
): PerLane<RichText> | null {
  const telling = [session.sentence, token.sentence].filter(namesValue);
  const [first, last] = [telling[0], telling.at(-1)];
  if (!first || !last) return null;
  if (isOfBoth(subject)) return { session: session.sentence, token: token.sentence };
  return {
    session: namesValue(session.sentence) ? session.sentence : first,
    token: namesValue(token.sentence) ? token.sentence : last,
  };
}

function toPlace(question: Question): AnswerCell {
  const { subject, answeredAt: step, right } = question;
  if (subject.about === 'variable') return { step, variable: subject.variable };
  return { step, table: toTellingLane(question, right) };
}

/**
 * Asks for something at a step of a run, with what runs like it have there among the options. `null`
 * where there is nothing to choose between, or nothing that explains it by a value. @throws
 * RangeError for a step that the run does not have.
 */
export function toExercise(
  telling: Telling,
  subject: Subject,
  step: number,
  siblings: readonly Telling[] = [],
): Exercise | null {
  const question = isWhich(subject)
    ? askFor(telling, subject, step)
    : askForCell(telling, subject, step, siblings);
  const explanation = toExplanation(telling.at(step), subject);
  if (!question || !explanation) return null;
  const scenarioId = telling.run.scenario.id;
  return {
    id: formatExerciseId({ scenarioId, step, subject }),
    scenarioId,
    question,
    explanation,
    place: toPlace(question),
  };
}

/** Why an answer is so, in a lane; the lane is named where there are two. */
export interface Reason {
  readonly lane: Strategy | null;
  readonly sentence: RichText;
}

/** Lists why it is so: in both lanes where both were asked about, else in the one that was. */
export function listReasons({ question, explanation }: Exercise): readonly Reason[] {
  const { session, token } = explanation;
  if (isOfBoth(question.subject)) {
    return [
      { lane: 'session', sentence: session },
      { lane: 'token', sentence: token },
    ];
  }
  return [{ lane: null, sentence: explanation[toTellingLane(question, question.right)] }];
}
