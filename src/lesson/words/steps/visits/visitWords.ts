import type { Visit } from '../../../../sim/action.ts';
import type { Moment } from '../../../read/moment.ts';
import type { RichText } from '../../../telling.ts';
import type { StepWords } from '../stepWords.ts';

/** A request that is not simply the user's own. */
export type ForeignVisit = Exclude<Visit, 'request'>;

/** How a kind of visit is told, where they differ. */
export interface VisitWords {
  readonly title: StepWords['title'];
  /** The cells of a request that carries the credential. */
  readonly session: string | ((moment: Moment) => string);
  readonly token: string | ((moment: Moment) => string);
  /** Who sends what. */
  readonly sender: (moment: Moment) => string;
  /** Whether and how the credential goes along. */
  readonly along: (moment: Moment) => RichText;
  /** What the answer means, where the server let it in. */
  readonly meaning: (moment: Moment) => RichText;
}
