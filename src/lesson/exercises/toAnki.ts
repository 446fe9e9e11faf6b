import { toPlainText } from '../page/toPlainText.ts';
import { LANE_NAMES } from '../texts/lanes.ts';
import { PREDICT_TEXTS } from '../texts/panels/check/predict.ts';
import { BELIEF_WORDS, WHY_TEXTS } from '../texts/practise/beliefs.ts';
import { EXERCISE_TEXTS } from '../texts/practise/exercise.ts';
import { sayExercise } from '../texts/practise/exerciseQuestion.ts';
import { ANKI_TEXTS } from '../texts/practise/review.ts';
import type { BeliefId } from './beliefs.ts';
import { isSo } from './beliefs.ts';
import type { Exercise } from './exercise.ts';
import { listReasons } from './exercise.ts';

/** A card for Anki: the exercise, what its run asks, and what has happened up to there. */
export interface AnkiCard {
  readonly exercise: Exercise;
  readonly about: string;
  readonly settings: readonly { readonly said: string }[];
  readonly actions: readonly string[];
  readonly times: readonly string[];
  /** What is said of both, and is so by this run, or not. */
  readonly beliefs: readonly BeliefId[];
  /** Said in place of what the step itself says. */
  readonly means: string | null;
}

/** Writes a field so that neither tab, line break nor quotation mark ends it. */
const escapeField = (text: string): string =>
  /[\t\r\n"]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function toFields(card: AnkiCard): readonly string[] {
  const { exercise, about, settings, actions, times, beliefs, means } = card;
  const { question } = exercise;
  const say = (option: string) => PREDICT_TEXTS.sayOption(question, option);
  const options = question.options.map((option) => `- ${say(option)}`);
  const run = actions.map((action, i) => `${i + 1}. ${action}`);
  const asked = sayExercise(question);
  const told = settings.map(({ said }) => said).join(' · ');
  // What was counted says itself what it was counted in.
  const held = means === null ? EXERCISE_TEXTS.servers : '';
  const front = [about, told, ...run, times.join(' · '), held, asked, ...options]
    .filter((line) => line !== '')
    .join('\n');
  const reasons = listReasons(exercise).map(
    ({ lane, sentence }) => `${lane ? `${LANE_NAMES[lane]}: ` : ''}${toPlainText(sentence)}`,
  );
  const said = beliefs.map((id) => {
    const { belief, truth } = BELIEF_WORDS[id];
    return `${WHY_TEXTS.sayOfBelief(belief, isSo(id))} ${truth}`;
  });
  const why = [...(means === null ? reasons : [means]), ...said].join('\n');
  return [front, `${say(question.right)}\n${why}`];
}

/**
 * Writes cards as a text file that Anki imports, with its header lines.
 * @see Anki manual, "Text Files", "File Headers"
 */
export function toAnki(cards: readonly AnkiCard[]): string {
  const headers = [
    '#separator:tab',
    '#html:false',
    '#notetype:Basic',
    `#deck:${ANKI_TEXTS.deck}`,
    `#columns:${ANKI_TEXTS.front}\t${ANKI_TEXTS.back}`,
  ];
  const lines = cards.map((card) => toFields(card).map(escapeField).join('\t'));
  return `${[...headers, ...lines].join('\n')}\n`;
}
