import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Scheduled } from './review.ts';

/** No luck in it: the same answers give the same days. */
const SCHEDULER = fsrs({ enable_fuzz: false });

const toCard = (known: Scheduled): Card => ({
  due: new Date(known.due),
  stability: known.stability,
  difficulty: known.difficulty,
  elapsed_days: 0,
  scheduled_days: known.days,
  learning_steps: known.steps,
  reps: known.reps,
  lapses: known.lapses,
  state: known.state,
  last_review: new Date(known.last),
});

/** Schedules a card after an answer, which is right or wrong and nothing between. `now` in ms. */
export function scheduleCard(
  known: Scheduled | undefined,
  isRight: boolean,
  now: number,
): Scheduled {
  // The clock of another device may have been ahead.
  const at = new Date(Math.max(now, known?.last ?? 0));
  const card = known ? toCard(known) : createEmptyCard(at);
  const next = SCHEDULER.next(card, at, isRight ? Rating.Good : Rating.Again).card;
  return {
    due: next.due.getTime(),
    last: at.getTime(),
    stability: next.stability,
    difficulty: next.difficulty,
    days: next.scheduled_days,
    steps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
  };
}
