import type { Moment } from '../moment.ts';
import { readStep } from '../moment.ts';
import type { Defence } from './defence.ts';
import { isGivenAccess, readStepTone } from './stepTone.ts';

/** That somebody got in, in a run, who is not the user, or the user whose access was ended. */
export interface GotIn {
  /** Who it was the first time. */
  readonly who: Moment['actor']['who'];
  /** The first step that answered them well, and the last. */
  readonly first: number;
  readonly last: number;
  /** The step that kept them out after that; `null`: none has. */
  readonly heldAt: number | null;
}

/** What somebody who is not the user came to in a run so far. */
export interface Attempts {
  readonly gotIn: GotIn | null;
  /** What kept somebody out the last time; `null`: nothing was tried, or nothing was held. */
  readonly heldBy: Defence | null;
}

/** Reads what came of all that somebody else tried in a lane, up to a step and with it. */
export function readAttempts({ frames, step, strategy, settings }: Moment): Attempts {
  let gotIn: GotIn | null = null;
  let heldBy: Defence | null = null;
  for (const frame of frames.slice(1, step + 1)) {
    if (frame.kind === 'end.rest') continue;
    const moment = readStep({ frames, scenario: { settings } }, frame)[strategy];
    const ending = readStepTone(moment);
    if (ending.tone === 'breach' && isGivenAccess(moment)) {
      const begun: GotIn = gotIn ?? {
        who: moment.actor.who,
        first: frame.step,
        last: frame.step,
        heldAt: null,
      };
      gotIn = { ...begun, last: frame.step, heldAt: null };
    }
    if (ending.tone !== 'held') continue;
    heldBy = ending.by;
    if (gotIn && gotIn.heldAt === null) gotIn = { ...gotIn, heldAt: frame.step };
  }
  return { gotIn, heldBy };
}
