import type { RichText } from '../telling.ts';

/** A computed value is set wider by a third of its letters, in a box of its own. */
const toRest = (value: string) => '\u00a0'.repeat(2 + value.length / 3);

/** Writes a sentence as plain text that takes as much room. */
export const toWidestText = (sentence: RichText): string =>
  sentence
    .map((part) =>
      typeof part === 'string' ? part : 'code' in part ? part.code + toRest(part.code) : part.text,
    )
    .join('');

/** Measures how much room a text takes, in letters: a line that the next word does not fit into is left as it is. */
export const measureRoom = (text: string): number =>
  text.length + Math.max(...text.split(' ').map(({ length }) => length));
