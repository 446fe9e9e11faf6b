import type { Action } from '../../sim/action.ts';
import type { Settings } from '../../sim/settings.ts';
import type { Player } from '../playerState.ts';
import type { RunDifference } from './runDifferences.ts';
import type { UndoStep } from './undoStep.ts';

export interface WhatIfState {
  /** The changes that can be taken back, the latest last. */
  readonly past: readonly UndoStep[];
  /** Something is being run, or waits for its turn. */
  readonly busy: boolean;
  /** Why the last wish could not be carried out; the run on the screen is as it was. */
  readonly problem: string | null;
  /** How many Actions the last change left out, as they make no sense after it. */
  readonly dropped: number;
}

export interface WhatIfVerbs {
  /** Puts an Action in after the step on show; what came after it is kept where it still makes sense. */
  act(action: Action): Promise<void>;
  /** Takes back one difference from the original, and keeps the others. */
  takeBack(difference: RunDifference): Promise<void>;
  /** Takes the last change back, whichever step is on show, or where none is remembered the last own Action; gives up a long run that is still being made. */
  undo(): Promise<void>;
  dismissProblem(): void;
  /** Goes back to the run that the what-if began at. */
  restart(): Promise<void>;
  /** Runs the Actions on the screen once more, under other settings; of several the last counts. */
  changeSettings(settings: Settings): Promise<void>;
  /** Returns the run on the screen as JSON text for a file; no secret is in it. */
  toFile(): Promise<string>;
  /** Shows a run from a file or its text. What is wrong with it is told, and the screen stays. */
  openFile(source: string | Blob): Promise<void>;
  /** Keeps what another Scenario or address has taken from the screen, so that Undo brings it back. */
  keepLeft(before: Player, now: Player): void;
}

export type WhatIf = WhatIfState & WhatIfVerbs;
