import type { RichText, TermWord } from './telling.ts';

/** A word that depends on facts and is a word all the same: no value, so not set in code type. */
export interface PlainWord {
  readonly plain: string;
}

/** Makes a word of a sentence open its entry in the glossary. */
export const term = (id: TermWord['term'], text: string): TermWord => ({ term: id, text });

/** Adds a part, plain words to the plain words before them. */
function addPart(parts: RichText[number][], part: RichText[number]): void {
  const last = parts.at(-1);
  if (part === '') return;
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}

/** Builds RichText from a template: what is written is words, what is put in is a computed value, a PlainWord or a TermWord; an empty one is left out. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number | PlainWord | TermWord)[]
): RichText {
  const parts: RichText[number][] = [];
  words.forEach((word, i) => {
    addPart(parts, word);
    const value = values[i];
    if (value === undefined || value === '') return;
    if (typeof value !== 'object') parts.push({ code: String(value) });
    else addPart(parts, 'term' in value ? value : value.plain);
  });
  return parts;
}

/** Sets sentences one behind the other; one that says nothing is left out. */
export function joinSentences(...sentences: readonly (RichText | string)[]): RichText {
  const parts: RichText[number][] = [];
  for (const sentence of sentences) {
    const own = typeof sentence === 'string' ? [sentence] : sentence;
    if (own.every((part) => part === '')) continue;
    if (parts.length > 0) addPart(parts, ' ');
    for (const part of own) addPart(parts, part);
  }
  return parts;
}
