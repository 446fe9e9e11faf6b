import type { AnsweredGroups } from 'virtual:scenario-answers';
import settings from 'virtual:scenario-settings';
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { SCENARIO_NAMES } from '../../lesson/texts/scenarios/scenarioNames.ts';
import { SCENARIO_NOTES } from '../../lesson/texts/scenarios/scenarioNotes.ts';
import { toAllWords, toStem } from '../../lesson/texts/scenarios/searchWords.ts';

/** How much a word counts where it stands; `slug` is the ID, read as words. */
const BOOST = {
  names: 4,
  question: 4,
  title: 3,
  slug: 1.5,
  settings: 1,
  group: 1,
  answer: 0.7,
  note: 0.5,
} as const;

/** How much a word counts that only begins with the one that is looked for, or differs by a typo. */
const WEIGHTS = { prefix: 0.4, fuzzy: 0.8 };

type Field = keyof typeof BOOST;
type Texts = Readonly<Record<Field | 'id', string>>;

/** Lists what is said of each question, by field. */
const listTexts = (groups: AnsweredGroups): readonly Texts[] =>
  groups.flatMap(([group, all]) =>
    all.map(({ id, title, question, session, token }) => ({
      ...{ id, title, question, group, slug: id },
      names: SCENARIO_NAMES[id].join('\n'),
      settings: (settings[id] ?? []).join('\n'),
      answer: [session.word, token.word, SCENARIO_NOTES[id].short].join('\n'),
      note: SCENARIO_NOTES[id].text,
    })),
  );

export type QuestionIndex = MiniSearch<Texts>;

function makeIndex(groups: AnsweredGroups): QuestionIndex {
  const index = new MiniSearch<Texts>({
    fields: Object.keys(BOOST),
    tokenize: toAllWords,
    // As it stands too: a typo is near what people write, and not near its stem.
    processTerm: (word) => [...new Set([toStem(word), word])],
  });
  index.addAll(listTexts(groups));
  return index;
}

const indexes = new WeakMap<AnsweredGroups, QuestionIndex>();

/** Returns the index of the questions, made when somebody first asks. */
export function openIndex(groups: AnsweredGroups): QuestionIndex {
  const index = indexes.get(groups) ?? makeIndex(groups);
  indexes.set(groups, index);
  return index;
}

// The index has stems already, and a stem is not to be taken apart again.
const AS_IT_IS = { tokenize: (text: string) => [text], processTerm: (text: string) => text };

/** Lists the questions that have a word: the whole word, or one that begins with it; else one with a typo. */
export function findWord(index: QuestionIndex, word: string): readonly SearchResult[] {
  const ask = (options: SearchOptions) =>
    index.search(toStem(word), { boost: BOOST, weights: WEIGHTS, ...AS_IT_IS, ...options });
  const whole = ask({ prefix: true });
  if (whole.length > 0) return whole;
  // Fewer letters are near too many words.
  const one = word.length >= 5 ? ask({ fuzzy: 1 }) : [];
  return one.length > 0 || word.length < 7 ? one : ask({ fuzzy: 2 });
}
