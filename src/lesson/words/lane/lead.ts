import type { RichText } from '../../telling.ts';

/** So many words are read at a glance; a computed value is one. */
const MOST_WORDS = 22;

/** What is said of a step, and how many of its parts are said at once: the others answer "Why?". */
export interface Led {
  readonly parts: RichText;
  readonly lead: number;
}

const countIn = (text: string) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Counts the words of what is said. */
export const countWords = (parts: RichText): number =>
  parts
    .map((part) =>
      typeof part === 'string' ? countIn(part) : 'code' in part ? 1 : countIn(part.text),
    )
    .reduce((sum, words) => sum + words, 0);

/** Splits a text at the end of a sentence that is not its last one. */
const splitAt = (parts: RichText, index: number, at: number): Led => {
  const part = parts[index];
  if (typeof part !== 'string') throw new TypeError('a sentence ends in words');
  const [before, after] = [part.slice(0, at), part.slice(at)];
  return {
    parts: [...parts.slice(0, index), before, after, ...parts.slice(index + 1)],
    lead: index + 1,
  };
};

/** Lists the ways to split a text between two sentences, the shortest lead first. */
const listSplits = (parts: RichText): readonly Led[] =>
  parts.flatMap((part, i) =>
    typeof part === 'string'
      ? [...part.matchAll(/[.!?](?= )/g)].map(({ index }) => splitAt(parts, i, index + 1))
      : [],
  );

/**
 * Splits what is said of a step into what is read at once and the rest: as many whole sentences as
 * have `MOST_WORDS` together, at least one. No letter is changed.
 */
export function splitLead(parts: RichText): Led {
  const whole = { parts, lead: parts.length };
  if (countWords(parts) <= MOST_WORDS) return whole;
  const splits = listSplits(parts);
  const fits = ({ parts: all, lead }: Led) => countWords(all.slice(0, lead)) <= MOST_WORDS;
  return splits.findLast(fits) ?? splits[0] ?? whole;
}
