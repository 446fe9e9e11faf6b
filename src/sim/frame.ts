import type { Action, StepKind } from './action.ts';
import type { Signatures } from './lanes/recorder.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { State } from './state.ts';

/** A Step's result in one lane: what was sent, signed and checked, what it came to, and the State after it. */
export interface LaneFrame {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
  readonly signatures: Signatures;
  readonly state: State;
}

/** A Step's result in both lanes. Frame 0 is the start: no Action, nothing sent. */
export interface Frame {
  /** Number of the step; equals the frame's index. */
  readonly step: number;
  readonly kind: StepKind;
  readonly action: Action | null;
  /** Index of the Action in the run; -1 for frame 0. */
  readonly actionIndex: number;
  readonly session: LaneFrame;
  readonly token: LaneFrame;
}
