import { vi } from 'vitest';
import type { Action, ActionOf } from '../../../src/sim/action.ts';
import type { Message } from '../../../src/sim/message.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import type { State } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Frame, LaneFrame, Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { atTime } from './clock.ts';
import { diff } from './compare.ts';
import type { Exchange } from './exchange.ts';
import { openSessionPlayer } from './sessionPlayer.ts';
import { openTokenPlayer } from './tokenPlayer.ts';

type Served = 'login' | 'request' | 'logout';

/** One lane played for real. A new Action is one entry in `actions` of each player. */
export interface Player {
  /** Do with client.js what the Action says; a refusal rejects, and is judged by its response. */
  readonly actions: { readonly [T in Served]: (action: ActionOf<T>) => Promise<unknown> };
  /** Says where the engine's messages and State after an Action differ from what really happened. */
  compare(state: State, messages: readonly Message[]): Promise<string[]>;
  /** Takes out what went over the wire since this or `compare` was last called. */
  takeExchanges(): Exchange[];
  /** Asks whether a copy of a dropped credential would still be accepted, and changes nothing. */
  probeCopy(credential: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the player of a lane; whoever opens it closes it. */
export const openPlayer = { session: openSessionPlayer, token: openTokenPlayer } as const;

/** Does for real what an Action says. Needs the fake clock for a wait. */
export async function play(player: Player, action: Action): Promise<void> {
  if (action.type === 'wait') vi.setSystemTime(Date.now() + (action.seconds ?? 0) * 1000);
  if (action.type === 'wait' || action.type === 'end') return;
  const run = player.actions[action.type as Served] as (action: Action) => Promise<unknown>;
  await run(action).catch((error: Error) => {
    if (!/^the server answered \d/.test(error.message)) throw error;
  });
}

async function compareCopy(player: Player, last: LaneFrame): Promise<string[]> {
  const { discarded } = last.state.clients.client ?? { discarded: null };
  if (discarded === null) return [];
  return diff('copy accepted', last.outcome.copy?.accepted, await player.probeCopy(discarded));
}

async function playLane(strategy: Strategy, { scenario, frames }: Trace): Promise<string[]> {
  const { settings } = scenario;
  const player = await openPlayer[strategy](settings);
  const differences: string[] = [];
  try {
    for (const [i, action] of scenario.actions.entries()) {
      await play(player, action);
      const lane = frames
        .filter(({ actionIndex }) => actionIndex === i)
        .map((frame: Frame) => frame[strategy]);
      const last = lane.at(-1) as LaneFrame;
      const messages = lane.flatMap((frame) => frame.messages);
      const found = await player.compare(last.state, messages);
      if (action.type !== 'login') found.push(...(await compareCopy(player, last)));
      differences.push(
        ...found.map((text) => `${strategy}, action ${i} (${action.type}): ${text}`),
      );
    }
  } finally {
    await player.close();
  }
  return differences;
}

/**
 * Runs a Scenario in the engine and plays it against the reference servers, and returns where the
 * two differ: nowhere, when the engine is right.
 */
export async function findDifferences(
  scenario: Pick<Scenario, 'settings' | 'actions'>,
): Promise<string[]> {
  const trace = await runScenario({ id: 'played', title: '', question: '', ...scenario });
  const differences: string[] = [];
  // One lane after the other: they share the fake clock.
  for (const strategy of STRATEGIES) {
    const found = await atTime(scenario.settings.start, () => playLane(strategy, trace));
    differences.push(...found);
  }
  return differences;
}
