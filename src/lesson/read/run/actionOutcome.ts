import type { Tone } from '../../telling.ts';
import { isVerdict } from '../../told/tone.ts';
import type { Moment } from '../moment.ts';
import { readOutcomeTone } from '../outcome/outcomeTone.ts';

/** What an Action came to in a lane. */
export type ActionOutcome =
  /** It is passed by: it has no step. */
  | { readonly type: 'none' }
  /** Somebody was let in, and the answer followed later. */
  | { readonly type: 'letIn'; readonly tone: Tone; readonly status: number | null }
  /** It is told by how one of its steps ended. */
  | { readonly type: 'ended'; readonly tone: Tone; readonly moment: Moment };

const isAnswer = ({ lane: { outcome } }: Moment) => outcome.status !== null;

/** Reads the Action's outcome: what its last verdict says, else its last answer, else its last step. */
export function readActionOutcome(moments: readonly Moment[]): ActionOutcome {
  const decided = moments.findLast((moment) => isVerdict(readOutcomeTone(moment).tone));
  const answer = moments.findLast(isAnswer);
  const telling = decided ?? answer ?? moments.at(-1);
  if (!telling) return { type: 'none' };
  const { tone } = readOutcomeTone(telling);
  // A check that was passed is not what the Action came to.
  if (decided && telling !== answer && telling.lane.outcome.allowed && answer)
    return { type: 'letIn', tone, status: answer.lane.outcome.status };
  return { type: 'ended', tone, moment: telling };
}

/** Returns the step that tells how an Action ended: its last answer, or its last step where nobody answers. */
export const findEnd = (moments: readonly Moment[]): Moment | undefined =>
  moments.findLast(isAnswer) ?? moments.at(-1);
