import type { AnsweredGroups, AnsweredQuestion } from 'virtual:scenario-answers';
import { toStem, toWords } from '../../lesson/texts/searchWords.ts';
import { findWord, openIndex, toWeight } from './questionIndex.ts';

/** What was found: questions with all the words, or those with the most of them. */
export interface FoundQuestions {
  readonly groups: AnsweredGroups;
  readonly hasAll: boolean;
}

/** What a question has of the words: how much they weigh, and how much is said with them. */
interface Match {
  readonly weight: number;
  readonly score: number;
}

/** Finds what each question has of the words, and what they weigh together. */
function matchWords(groups: AnsweredGroups, words: readonly string[]) {
  const index = openIndex(groups);
  const matches = new Map<string, Match>();
  let whole = 0;
  for (const word of words) {
    const found = findWord(index, word);
    const weight = toWeight(index, found.length);
    whole += weight;
    for (const { id, score } of found) {
      const before = matches.get(id) ?? { weight: 0, score: 0 };
      matches.set(id, { weight: before.weight + weight, score: before.score + score });
    }
  }
  return { matches, whole };
}

/**
 * Finds the questions that have all words of a text, those that say most with them first; or, where
 * none has, those that have the most of them, as they stand.
 */
export function findQuestions(groups: AnsweredGroups, text: string): FoundQuestions {
  // Of words with one stem the last will do.
  const words = [...new Map(toWords(text).map((word) => [toStem(word), word])).values()];
  if (words.length === 0) return { groups, hasAll: true };
  const { matches, whole } = matchWords(groups, words);
  const most = Math.max(0, ...[...matches.values()].map(({ weight }) => weight));
  const hasAll = most === whole;
  const kept = groups.flatMap(([group, all]) => {
    const found = all.filter(({ id }) => matches.get(id)?.weight === most);
    return found.length > 0 ? [[group, found] as const] : [];
  });
  if (!hasAll) return { groups: kept, hasAll };
  const toScore = (asked: AnsweredQuestion | undefined) => matches.get(asked?.id ?? '')?.score ?? 0;
  for (const [, found] of kept) found.sort((a, b) => toScore(b) - toScore(a));
  kept.sort(([, [a]], [, [b]]) => toScore(b) - toScore(a));
  return { groups: kept, hasAll };
}
