import type { AnsweredGroups, AnsweredQuestion } from 'virtual:scenario-answers';
import { isElsewhere } from '../../lesson/texts/scenarios/elsewhereTopics.ts';
import { toStem, toWords } from '../../lesson/texts/scenarios/searchWords.ts';
import { findWord, openIndex, type QuestionIndex } from './questionIndex.ts';

/** What was found for a text, the best first. */
export interface FoundQuestions {
  readonly asked: readonly AnsweredQuestion[];
  /** `all`: the text says nothing, so all are there. `near`: none is about it, and these are the nearest. */
  readonly fit: 'all' | 'found' | 'near';
}

/** A question is about a text when it has most of it; or less of it, but in its own first words. */
const MOST = 0.75;
const ENOUGH = { part: 0.3, score: 24 };
/** What scores less than this part of the best is not shown. */
const LEAST = 0.2;
const NEAREST = 3;

/** Returns how much a word says that so many questions have: less, the more they are. */
const toWeight = ({ documentCount }: QuestionIndex, having: number) =>
  Math.min(3, Math.log(1 + (documentCount - having + 0.5) / (having + 0.5)));

/** What a question has of a text: how well, and how much of it from 0 to 1. */
interface Match {
  readonly asked: AnsweredQuestion;
  readonly score: number;
  readonly part: number;
}

/** Ranks the questions that have any of some words. */
function rank(groups: AnsweredGroups, words: readonly string[]): readonly Match[] {
  const index = openIndex(groups);
  const sums = new Map<string, { score: number; weight: number }>();
  let whole = 0;
  for (const word of words) {
    const found = findWord(index, word);
    const weight = toWeight(index, found.length);
    whole += weight;
    for (const { id, score } of found) {
      const before = sums.get(id) ?? { score: 0, weight: 0 };
      sums.set(id, { score: before.score + score, weight: before.weight + weight });
    }
  }
  const matches = groups.flatMap(([, all]) =>
    all.flatMap((asked) => {
      const sum = sums.get(asked.id);
      if (!sum) return [];
      const part = sum.weight / whole;
      return [{ asked, part, score: sum.score * part }];
    }),
  );
  return matches.sort((a, b) => b.score - a.score);
}

/** Finds the questions that a text is about, or those nearest to it where none is. */
export function findQuestions(groups: AnsweredGroups, text: string): FoundQuestions {
  // Of words with one stem the last will do.
  const words = [...new Map(toWords(text).map((word) => [toStem(word), word])).values()];
  if (words.length === 0) return { asked: groups.flatMap(([, all]) => all), fit: 'all' };
  const matches = rank(groups, words);
  const { part, score } = matches[0] ?? { part: 0, score: 0 };
  const isAbout = part >= MOST || (part >= ENOUGH.part && score >= ENOUGH.score);
  const isFound = isAbout && !isElsewhere(text);
  const kept = isFound
    ? matches.filter((match) => match.score >= score * LEAST)
    : matches.slice(0, NEAREST);
  return { asked: kept.map(({ asked }) => asked), fit: isFound ? 'found' : 'near' };
}
