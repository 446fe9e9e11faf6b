import type { Moment } from '../../../read/moment.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';

/** Characters of a credential in a cell and of a token in a sentence; of a cookie in a sentence. */
export const SHORT = 10;
export const LONGER = 14;

export const sayWhy = ({ lane: { outcome } }: Moment) =>
  outcome.failure ? FAILURE_WORDS[outcome.failure] : 'refused';
