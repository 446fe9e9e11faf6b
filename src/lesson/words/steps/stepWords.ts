import type { Moment, Step } from '../../read/moment.ts';
import type { RichText } from '../../telling.ts';

/** What there is to say of one lane in a kind of step. */
export interface LaneWords {
  /** The words of its cell. */
  readonly cell: (moment: Moment, step: Step) => string;
  /** The computed fact behind them, in a few words; `null` where there is none. */
  readonly detail: (moment: Moment) => string | null;
  /** What happened and why. */
  readonly sentence: (moment: Moment) => RichText;
}

/** What there is to say of a kind of step. */
export interface StepWords {
  /** What the step is called. */
  readonly title: (step: Step) => string;
  readonly session: LaneWords;
  readonly token: LaneWords;
  /** What came of it, both lanes together. */
  readonly result: (step: Step) => string;
  /** The badge of a lane in which nothing was decided. */
  readonly done: string;
  /** The same where the attacker did it in a browser of its own, got nothing by it, and that is another word. */
  readonly doneByAttacker?: string;
  /** The same where somebody else got something by it that no server had to decide: it follows “Breach: ”. */
  readonly breach?: string;
}
