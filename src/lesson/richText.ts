import type { RichText } from './telling.ts';

/** A word that depends on facts and is a word all the same: no value, so not set in code type. */
export interface PlainWord {
  readonly plain: string;
}

/** Builds RichText from a template: what is written is words, what is put in is a computed value or a PlainWord; an empty one is left out. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number | PlainWord)[]
): RichText {
  const parts: (string | { readonly code: string })[] = [];
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
    if (typeof value === 'object') addWord(value.plain);
    else parts.push({ code: String(value) });
  });
  return parts;
}

/** Returns the sentence as plain text, for announcements and the command line. */
export function toPlainText(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
