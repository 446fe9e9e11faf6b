import type { RichText } from '../../../src/lesson/telling.ts';

const toWords = (part: RichText[number]): string => {
  if (typeof part === 'string') return part;
  // A computed value is one thing to read, however it is written.
  return 'code' in part ? 'V' : part.text;
};

/** Parts a text into its sentences. */
export const listSentences = (text: RichText): readonly string[] =>
  text
    .map(toWords)
    .join('')
    .trim()
    .split(/(?<=[.!?][”)]?)\s+/);

/** Counts the words of a sentence. */
export const countWords = (sentence: string): number => sentence.split(/\s+/).length;
