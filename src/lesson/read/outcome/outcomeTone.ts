import { listStolen } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { outlives } from './copy.ts';
import { readCopyDefence } from './defence.ts';
import { readAttempts } from './gotIn.ts';
import type { OutcomeTone } from './stepTone.ts';
import { readStepTone } from './stepTone.ts';

/**
 * Reads what a run has come to in a lane: a breach where something that was stolen still opens a server,
 * or somebody got in whom nothing has kept out since; held where all that was tried was held, or the
 * attacker's copy was at last; else at rest.
 */
export function readRunTone(moment: Moment): OutcomeTone {
  if (outlives(moment)) return { tone: 'breach' };
  const { gotIn, heldBy } = readAttempts(moment);
  // A copy that nobody has was held by nothing.
  const isStolen = listStolen(moment.lane.state).length > 0;
  const ofCopy = isStolen ? readCopyDefence(moment) : null;
  const isKeptOut = gotIn?.who === 'attacker' && gotIn.heldAt !== null && ofCopy !== null;
  if (gotIn && !isKeptOut) return { tone: 'breach' };
  const by = ofCopy ?? heldBy;
  return by ? { tone: 'held', by } : { tone: 'rest' };
}

/** Reads how a step ended in a lane; the end of a run by all that was in it. */
export const readOutcomeTone = (moment: Moment): OutcomeTone =>
  moment.kind === 'end.rest' ? readRunTone(moment) : readStepTone(moment);
