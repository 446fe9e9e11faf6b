import type { Action, ActionType } from '../../sim/action.ts';
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
  /** ID of the browser it was done with, or that the copy in use was taken from; `null` where none has part in it. */
  readonly browser: string | null;
  /** ID of the server that it went to. */
  readonly server: string;
}

/** What is done with no browser of the user's, or to all of them. */
const WITHOUT_BROWSER: readonly ActionType[] = [
  ...(['restart', 'rotateSecret', 'storeOutage', 'ban', 'demote', 'wait', 'end'] as const),
  ...(['forge', 'tamper', 'plant', 'logoutEverywhere'] as const),
];

/** Reads whose an Action is; a copy that is used belongs to the browser it was taken from last. */
function readOwner(actions: readonly Action[], index: number): string | null {
  const action = actions[index] ?? null;
  if (action === null || WITHOUT_BROWSER.includes(action.type)) return null;
  if (action.type !== 'replay') return readBrowser(action);
  const theft = actions
    .slice(0, index)
    .findLast(({ type }) => type === 'steal' || type === 'injectScript');
  return theft ? readBrowser(theft) : null;
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
    const browser = readOwner(scenario.actions, index);
    return { action, isAttackers, browser, server, session: read('session'), token: read('token') };
  });
}
