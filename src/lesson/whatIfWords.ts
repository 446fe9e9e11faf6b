import type { WhatIfWords } from './book.ts';
import { WHAT_IF_ROWS } from './whatIfCells.ts';
import { toWhatIfSentences } from './whatIfSentences.ts';

/** What the lesson says of everything that the walk does not have; for `learnWords`. */
export const WHAT_IF_WORDS: WhatIfWords = {
  rows: WHAT_IF_ROWS,
  session: toWhatIfSentences('session'),
  token: toWhatIfSentences('token'),
};
