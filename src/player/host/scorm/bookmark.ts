import type { QuizAnswer } from '../../kept/quizProgress.ts';
import { toHostState } from '../hostState.ts';

/** What the data model holds of each, in characters. @see SCORM 1.2 Run-Time Environment, section 3.4.4 */
const MAX_LOCATION = 255;
const MAX_SUSPEND = 4096;

/** Where a learner is, in the two elements that the platform keeps for the page. */
export interface Bookmark {
  /** `cmi.core.lesson_location` */
  readonly place: string;
  /** `cmi.suspend_data` */
  readonly state: string;
}

/**
 * Writes where a learner is. `address` is the hash of the picture, `short` the same without a run of
 * one's own: an address that is too long for the one element stands in the other, and one too long for
 * both is left out.
 */
export function toBookmark(
  address: string,
  short: string,
  answers: readonly QuizAnswer[],
): Bookmark {
  const state = toHostState(answers);
  const fits = address.length <= MAX_LOCATION;
  const whole = JSON.stringify(fits ? state : { ...state, address });
  return {
    place: fits ? address : short,
    state: whole.length < MAX_SUSPEND ? whole : JSON.stringify(state),
  };
}
