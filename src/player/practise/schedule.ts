import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Scheduled } from './review.ts';

/** No luck in it: the same answers give the same days. */
const SCHEDULER = fsrs({ enable_fuzz: false });

/** The clock of another device may have been ahead: what it answered later was answered just now. */
const toCard = (known: Scheduled, now: number): Card => ({
  due: new Date(known.due),
  stability: known.stability,
  difficulty: known.difficulty,
  elapsed_days: 0,
  scheduled_days: known.days,
  learning_steps: known.steps,
  reps: known.reps,
  lapses: known.lapses,
  state: known.state,
  last_review: new Date(Math.min(known.last, now)),
});

/** Schedules a card after an answer, which is right or wrong and nothing between. `now` in ms. */
export function scheduleCard(
  known: Scheduled | undefined,
  isRight: boolean,
  now: number,
): Scheduled {
  const at = new Date(now);
  const card = known ? toCard(known, now) : createEmptyCard(at);
  const next = SCHEDULER.next(card, at, isRight ? Rating.Good : Rating.Again).card;
  return {
    due: next.due.getTime(),
    last: now,
    stability: next.stability,
    difficulty: next.difficulty,
    days: next.scheduled_days,
    steps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
  };
}
