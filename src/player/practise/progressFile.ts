import { CARD_IDS } from '../../lesson/exercises/cards.ts';
import { PROGRESS_NOTICES } from '../../lesson/texts/practise/review.ts';
import { type Predictions, parsePredictions } from '../asking/predictions.ts';
import { getOwn } from '../kept/parseVersioned.ts';
import { countEntries } from '../kept/partsFault.ts';
import { type QuizAnswer, UNANSWERED } from '../kept/quizProgress.ts';
import { readQuiz } from '../kept/quizRecord.ts';
import { isItem } from './countDone.ts';
import type { PractiseState } from './practiseProgress.ts';
import { mergeTests, parsePractise } from './practiseProgress.ts';
import type { ReviewState } from './review.ts';
import { allToNow, isAhead, mergeSchedules, readSchedules } from './review.ts';

/** All that a reader has practised, predicted, and answered of the quiz. */
export interface Progress extends PractiseState, ReviewState {
  readonly predictions: Predictions;
  readonly quiz: readonly QuizAnswer[];
}

/** What a file holds, and how many entries of it were left out; or why it was not opened. */
export type ReadProgress =
  | {
      readonly progress: Progress;
      readonly dropped: number;
      /** Some of its cards were answered by a clock that is ahead: they count as answered now. */
      readonly isAhead: boolean;
    }
  | { readonly problem: string };

const VERSION = 1;
/** Characters of a file that are looked at at all. */
export const MAX_PROGRESS_CHARS = 1024 * 1024;

/** Writes progress as JSON text for a file. */
export function formatProgress(progress: Progress): string {
  const { done, hints, tests, needs, cards, predictions, quiz } = progress;
  const file = { authtraceProgress: VERSION, done, hints, tests, needs, cards, predictions, quiz };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Takes of some entries those whose address is wanted. */
const pick = <T>(
  entries: Readonly<Record<string, T>>,
  isWanted: (id: string, value: T) => boolean,
) => Object.fromEntries(Object.entries(entries).filter(([id, value]) => isWanted(id, value)));

/** Reads progress from any text of a file; `now` in ms. Never throws. */
export function parseProgress(text: string, now: number): ReadProgress {
  if (text.length > MAX_PROGRESS_CHARS) return { problem: PROGRESS_NOTICES.tooLarge };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: PROGRESS_NOTICES.noJson };
  }
  const version = getOwn(value, 'authtraceProgress');
  if (typeof version === 'number' && version > VERSION)
    return { problem: PROGRESS_NOTICES.laterVersion };
  if (version !== VERSION) return { problem: PROGRESS_NOTICES.noProgress };
  const parts = ['done', 'hints', 'tests', 'needs', 'cards', 'predictions'].map((name) =>
    getOwn(value, name),
  );
  const [done, hints, tests, needs, cards, predictions] = parts;
  const practised = parsePractise(JSON.stringify({ version: 1, done, hints, tests, needs }));
  const ours = pick(readSchedules(cards), (id) => CARD_IDS.includes(id));
  const read: Progress = {
    ...practised,
    done: pick(practised.done, isItem),
    cards: ours,
    predictions: parsePredictions(JSON.stringify({ version: 1, answers: predictions })).answers,
    quiz: readQuiz({ answers: getOwn(value, 'quiz') }).answers,
  };
  const taken = [read.done, read.hints, read.tests, read.needs, read.cards, read.predictions];
  const dropped = countEntries(parts) - countEntries(taken);
  return { progress: read, dropped, isAhead: isAhead(ours, now) };
}

/** Reads progress from a file. Never rejects. */
export async function readProgressFile(file: Blob): Promise<ReadProgress> {
  // No character has more than three bytes a UTF-16 unit; what is larger is not taken into memory.
  if (file.size > 3 * MAX_PROGRESS_CHARS) return { problem: PROGRESS_NOTICES.tooLarge };
  try {
    const bytes = await file.arrayBuffer();
    return parseProgress(new TextDecoder('utf-8', { fatal: true }).decode(bytes), Date.now());
  } catch {
    return { problem: PROGRESS_NOTICES.noText };
  }
}

/** Takes the answer that there is, one's own before another; a hint that was seen stays. */
const mergeAnswers = (own: QuizAnswer, more: QuizAnswer): QuizAnswer => ({
  ...(own.chosen === null ? more : own),
  hintShown: own.hintShown || more.hintShown,
});

/** Adds progress to what is there: nothing of that is lost, and of a card the later answer counts; `now` in ms. */
export const mergeProgress = (own: Progress, more: Progress, now: number): Progress => ({
  done: { ...more.done, ...own.done },
  hints: { ...more.hints, ...own.hints },
  tests: mergeTests(own.tests, more.tests),
  needs: { ...more.needs, ...own.needs },
  // What a clock that is ahead has put in it counts where there is nothing else.
  cards: allToNow(mergeSchedules(own.cards, more.cards, now), now),
  predictions: { ...more.predictions, ...own.predictions },
  quiz: own.quiz.map((answer, i) => mergeAnswers(answer, more.quiz[i] ?? UNANSWERED)),
});
