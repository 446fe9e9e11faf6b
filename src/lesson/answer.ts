import type { ActionType, StepKind } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame } from '../sim/trace.ts';
import { sayWhoGetsIn } from './beyond/whoGetsIn.ts';
import { FAILURE_CELLS } from './failures.ts';
import { IDLE_CELLS } from './idleReasons.ts';

/** What a lane's step came to, in a few words. */
export interface Answer {
  readonly tone: 'allowed' | 'denied' | 'rest' | 'busy';
  readonly text: string;
}

/** Reads off a step's outcome what a lane answers to the question that a Scenario asks. */
export function toAnswer(frame: Frame, strategy: Strategy): Answer {
  const { type, status, failure, idle, allowed } = frame[strategy].outcome;
  const who = allowed === null ? null : sayWhoGetsIn(frame, allowed);
  const code = status === null ? '' : ` ${status}`;
  if (idle !== null) return { tone: 'rest', text: IDLE_CELLS[idle] };
  if (type === 'allowed') return { tone: 'allowed', text: `${who ?? 'Allowed'}${code}` };
  if (type === 'denied') {
    return {
      tone: 'denied',
      text: `${who ?? 'Denied'}${code}${failure ? `: ${FAILURE_CELLS[failure]}` : ''}`,
    };
  }
  return { tone: 'busy', text: `Done${code}` };
}

/** Whose request a server decides on, by what the step's kind begins with. */
const DECIDED_ON: Readonly<Partial<Record<ActionType | 'ride', string>>> = {
  login: 'Decided: the login',
  request: 'Decided: the user’s next request',
  replay: 'Decided: the request with the stolen copy',
  tamper: 'Decided: the request with the altered credential',
  forge: 'Decided: the request with the forged credential',
  crossSite: 'Decided: the request that the other site caused',
  ride: 'Decided: the request that the injected script sends',
  refresh: 'Decided: the trade of a refresh token',
};

/** Says what a step's answer is an answer to. @throws TypeError for a step in which no server decides. */
export function toDecision(kind: StepKind): string {
  const decided = DECIDED_ON[kind.split('.')[0] as keyof typeof DECIDED_ON];
  if (decided === undefined) throw new TypeError(`nothing is decided in ${kind}`);
  return decided;
}
