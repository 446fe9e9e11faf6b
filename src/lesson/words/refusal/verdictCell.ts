import type { Moment } from '../../read/moment.ts';
import { readOutcomeTone } from '../../read/outcome/outcomeTone.ts';
import { sayDefence } from './defence.ts';
import { FAILURE_CELLS } from './failures.ts';

/** Says in a cell what a server decided: of the user's own request, or of somebody else's. */
export function sayVerdictCell(moment: Moment): string {
  const ending = readOutcomeTone(moment);
  if (ending.tone === 'held') return `Held: ${sayDefence(ending.by)}`;
  if (ending.tone === 'breach') return 'Breach';
  if (ending.tone === 'busy') return 'Check passed';
  const { failure } = moment.lane.outcome;
  return failure ? `Denied: ${FAILURE_CELLS[failure]}` : 'Allowed';
}

/** Says in a cell why something was refused, or the given words where it was not. */
export const sayRefusedOr = (word: string) => (moment: Moment) =>
  moment.lane.outcome.failure ? sayVerdictCell(moment) : word;
