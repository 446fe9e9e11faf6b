import type { RichText, TermWord } from '../../telling.ts';
import { TERM_WORDS } from './termWords.ts';

/** More dotted words than these make a sentence hard to read. */
const MOST = 2;

interface Found {
  readonly at: number;
  readonly word: TermWord;
}

const isInWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_-]/u.test(char);

/** Finds where a word stands by itself, and is no part of another; -1: nowhere. */
function findWhole(text: string, word: string): number {
  let at = text.indexOf(word);
  while (at >= 0 && (isInWord(text[at - 1]) || isInWord(text[at + word.length])))
    at = text.indexOf(word, at + 1);
  return at;
}

/** Finds the first word of the glossary that is not taken yet; `null` where there is none. */
function findFirst(text: string, taken: ReadonlySet<string>): Found | null {
  let first: Found | null = null;
  for (const [word, term] of TERM_WORDS) {
    if (taken.has(term)) continue;
    const at = findWhole(text, word);
    if (at >= 0 && (first === null || at < first.at)) first = { at, word: { term, text: word } };
  }
  return first;
}

/**
 * Makes the first words of a sentence that the glossary has open their entries, each once. The
 * sentence says what it said: only its parts are others.
 */
export function markTerms(parts: RichText): RichText {
  const taken = new Set<string>();
  const marked: RichText[number][] = [];
  for (const part of parts) {
    if (typeof part !== 'string') {
      if ('term' in part) taken.add(part.term);
      marked.push(part);
      continue;
    }
    let rest = part;
    for (let found = findFirst(rest, taken); found && taken.size < MOST; ) {
      const { at, word } = found;
      if (at > 0) marked.push(rest.slice(0, at));
      marked.push(word);
      taken.add(word.term);
      rest = rest.slice(at + word.text.length);
      found = findFirst(rest, taken);
    }
    if (rest !== '') marked.push(rest);
  }
  return marked;
}
