import type { LaneFrame } from '../sim/trace.ts';
import { FAILURE_CELLS } from './failures.ts';
import { IDLE_CELLS } from './idleReasons.ts';

/** What a lane's step came to, in a few words. */
export interface Answer {
  readonly tone: 'allowed' | 'denied' | 'rest' | 'busy';
  readonly text: string;
}

/** Reads off a step's outcome what a lane answers to the question that a Scenario asks. */
export function toAnswer({ outcome }: LaneFrame): Answer {
  const { type, status, failure, idle } = outcome;
  const code = status === null ? '' : ` ${status}`;
  if (idle !== null) return { tone: 'rest', text: IDLE_CELLS[idle] };
  if (type === 'allowed') return { tone: 'allowed', text: `Allowed${code}` };
  if (type === 'denied') {
    return { tone: 'denied', text: `Denied${code}${failure ? `: ${FAILURE_CELLS[failure]}` : ''}` };
  }
  return { tone: 'busy', text: `Done${code}` };
}
