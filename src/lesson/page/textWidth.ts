import type { RichText } from '../telling.ts';
import { toPlainText } from './toPlainText.ts';

/** A computed value is set wider by a third of its letters, in a box of its own. */
const toRest = (value: string) => '\u00a0'.repeat(2 + value.length / 3);

/** Writes a sentence as plain text that takes as much room. */
export const toWidestText = (sentence: RichText): string =>
  sentence
    .map((part) => {
      const text = toPlainText([part]);
      return typeof part === 'object' && 'code' in part ? text + toRest(text) : text;
    })
    .join('');
