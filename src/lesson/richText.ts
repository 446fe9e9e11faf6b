import type { RichText, TermWord } from './telling.ts';

/** A word that depends on facts and is a word all the same: no value, so not set in code type. */
export interface PlainWord {
  readonly plain: string;
}

/** Makes a word of a sentence open its entry in the glossary. */
export const term = (id: TermWord['term'], text: string): TermWord => ({ term: id, text });

/** Builds RichText from a template: what is written is words, what is put in is a computed value, a PlainWord or a TermWord; an empty one is left out. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number | PlainWord | TermWord)[]
): RichText {
  const parts: RichText[number][] = [];
  const addWord = (word: string) => {
    const last = parts.at(-1);
    if (word === '') return;
    if (typeof last === 'string') parts[parts.length - 1] = last + word;
    else parts.push(word);
  };
  words.forEach((word, i) => {
    addWord(word);
    const value = values[i];
    if (value === undefined || value === '') return;
    if (typeof value !== 'object') parts.push({ code: String(value) });
    else if ('term' in value) parts.push(value);
    else addWord(value.plain);
  });
  return parts;
}

/** Returns the sentence as plain text, for announcements and the command line. */
export function toPlainText(text: RichText): string {
  return text
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
    .join('');
}
