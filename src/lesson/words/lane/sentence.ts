import type { Moment } from '../../read/moment.ts';
import type { RichText } from '../../telling.ts';
import { markTerms } from '../../texts/terms/markTerms.ts';
import { sayShownLibrary } from '../refusal/shownLibrary.ts';
import { getWords } from '../steps/steps.ts';
import { sayWaited } from './waited.ts';

/**
 * Says what happened in one lane's step and why, how long it took where that matters, and what the
 * shown server's library would answer where it is another one. No word is marked as a term.
 */
export const sayUnmarked = (moment: Moment): RichText => [
  ...getWords(moment.kind, moment.settings)[moment.strategy].sentence(moment),
  ...sayWaited(moment),
  ...sayShownLibrary(moment),
];

/** Says the same with its terms marked. */
export const saySentence = (moment: Moment): RichText => markTerms(sayUnmarked(moment));
