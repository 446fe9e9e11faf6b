import type { RichText } from '../telling.ts';
import { toPlainText } from './toPlainText.ts';

/** Computed values are set wider, in a box of their own, and a line ends early before a long word. */
const AROUND_CODE = '\u00a0\u00a0';
const AT_END = ' ……………';

/** Writes a sentence as plain text that takes at least as much room. */
export const toWidestText = (sentence: RichText): string =>
  sentence
    .map(
      (part) =>
        toPlainText([part]) + (typeof part === 'object' && 'code' in part ? AROUND_CODE : ''),
    )
    .join('') + AT_END;
