import type { AnsweredGroups, AnsweredQuestion } from 'virtual:scenario-answers';
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { addLaneWords, toStem, toWords } from '../../lesson/texts/searchWords.ts';

type Index = MiniSearch<AnsweredQuestion & { readonly group: string }>;

/** How much a word counts where it stands; `slug` is the ID, read as words. */
const BOOST = { question: 4, title: 3, group: 1.5, slug: 1, decision: 0.5 };

function makeIndex(groups: AnsweredGroups): Index {
  const index: Index = new MiniSearch({
    fields: Object.keys(BOOST),
    extractField: ({ id, question, ...rest }, field) => {
      if (field === 'id' || field === 'slug') return id;
      if (field === 'question') return addLaneWords(question);
      return rest[field as 'title' | 'group' | 'decision'];
    },
    tokenize: toWords,
    // As it stands too: a typo is near what people write, and not near its stem.
    processTerm: (word) => [...new Set([toStem(word), word])],
  });
  for (const [group, all] of groups) index.addAll(all.map((asked) => ({ ...asked, group })));
  return index;
}

const indexes = new WeakMap<AnsweredGroups, Index>();

/** Returns the index of the questions, made when somebody first asks. */
export function openIndex(groups: AnsweredGroups): Index {
  const index = indexes.get(groups) ?? makeIndex(groups);
  indexes.set(groups, index);
  return index;
}

/**
 * Lists the questions that a word finds: by the beginning of one of theirs; else as one with a typo;
 * else by one that the word begins with.
 */
export function findWord(index: Index, word: string): readonly SearchResult[] {
  const stem = toStem(word);
  // Its words are stems already, and not to be taken apart again.
  const asIs = { tokenize: (text: string) => [text], processTerm: (text: string) => text };
  const search = (query: Query, options: SearchOptions = {}) =>
    index.search(query, { boost: BOOST, ...asIs, ...options });
  const beginnings = Array.from(stem, (_, at) => stem.slice(0, at));
  const ways = [
    () => search(stem, { prefix: true }),
    // Fewer letters are near too many words.
    () => (word.length >= 5 ? search(stem, { fuzzy: 1 }) : []),
    () => search({ queries: beginnings.filter(({ length }) => length >= 3) }),
    () => (word.length >= 8 ? search(stem, { fuzzy: 2 }) : []),
  ];
  for (const find of ways) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

/** Returns how much a word says that finds so many questions; whole numbers, so that sums compare. */
export const toWeight = (index: Index, count: number) => (count > index.documentCount / 4 ? 2 : 3);
