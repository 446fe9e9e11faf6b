import type { Moment } from '../../read/moment.ts';
import { joinSentences } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { markTerms } from '../../texts/terms/markTerms.ts';
import { sayAskedFirst, sayUnsent, sayWithheld } from '../refusal/crossOrigin.ts';
import {
  sayCsrfRefused,
  sayFittingToken,
  sayMissingField,
  sayPostedToken,
  sayToldToken,
} from '../refusal/csrf.ts';
import { sayShownLibrary } from '../refusal/shownLibrary.ts';
import { getLaneWords } from '../steps/steps.ts';
import { sayWaited } from './waited.ts';

/** What else there may be to say of a step, whatever its kind, in this order: each sentences of their own, or nothing. */
const FURTHER: readonly ((moment: Moment) => RichText)[] = [
  sayFittingToken,
  sayMissingField,
  sayPostedToken,
  sayToldToken,
  sayWithheld,
  sayAskedFirst,
  sayWaited,
  sayShownLibrary,
];

/** What happened: by the step's kind, but for a request that its browser or its server turned away as another page's. */
const sayHappened = (moment: Moment): RichText =>
  sayUnsent(moment) ?? sayCsrfRefused(moment) ?? getLaneWords(moment).sentence(moment);

/** Says what happened in one lane's step and why. No word is marked as a term. */
export const sayUnmarked = (moment: Moment): RichText =>
  joinSentences(sayHappened(moment), ...FURTHER.map((sayMore) => sayMore(moment)));

/** Says the same with its terms marked. */
export const saySentence = (moment: Moment): RichText => markTerms(sayUnmarked(moment));
