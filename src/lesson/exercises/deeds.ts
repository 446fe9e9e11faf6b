import type { Action } from '../../sim/action.ts';
import type { FailureCode, IdleReason } from '../../sim/outcome.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Trace } from '../../sim/trace.ts';
import { readBrowser, readServerId } from '../read/actor.ts';
import type { PerLane, Telling, Tone } from '../telling.ts';
import { isAttackersBrowser } from '../told/actorIds.ts';

/** What an Action of a run came to in one lane. */
export interface LaneDeed {
  readonly tone: Tone;
  readonly failure: FailureCode | null;
  readonly idle: IdleReason | null;
}

/** What somebody did in a run, and what it came to: all that a goal may look at. */
export interface Deed extends PerLane<LaneDeed> {
  readonly action: Action;
  /** It was done with the attacker's own browser, in its own account. */
  readonly isAttackers: boolean;
  /** ID of the server that it went to. */
  readonly server: string;
}

/** Lists what was done in a run: of each Action the step at which a server decided, else its last one. */
export function readDeeds({ scenario, frames }: Trace, { at }: Telling): readonly Deed[] {
  return scenario.actions.map((action, index) => {
    const own = frames.filter(({ actionIndex }) => actionIndex === index);
    const read = (lane: Strategy): LaneDeed => {
      const frame = own.findLast((one) => one[lane].outcome.allowed !== null) ?? own.at(-1);
      if (!frame) throw new RangeError(`no step of the Action ${index}`);
      const { failure, idle } = frame[lane].outcome;
      return { tone: at(frame.step)[lane].answer.tone, failure, idle };
    };
    const isAttackers = isAttackersBrowser(readBrowser(action));
    const server = readServerId(action);
    return { action, isAttackers, server, session: read('session'), token: read('token') };
  });
}
