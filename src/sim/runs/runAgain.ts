import type { Action } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import type { Frame } from '../frame.ts';
import { lacksServer } from '../possible/lacksServer.ts';
import { toPossibleActions } from '../possible/possibleActions.ts';
import type { Settings } from '../settings.ts';
import type { Trace } from '../trace.ts';
import { extendTrace } from '../trace.ts';
import { toHistory } from './history.ts';
import { getLast } from './sharedList.ts';

/** An Action as it stands in a run, and the Frame after which it stands there. */
export interface PlacedAction {
  readonly action: Action;
  readonly before: Frame;
}

/** The members that some Action may leave out. */
type OptionalMember<T = Action> = T extends Action
  ? { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]
  : never;

/** What each of them means that is left out; `undefined` where nothing that can be written means the same. */
const LEFT_OUT: Readonly<Record<Exclude<OptionalMember, 'fold'>, unknown>> = {
  client: CLIENT,
  server: SERVER,
  target: '/profile',
  from: 'evil',
  by: 'script',
  old: false,
  over: false,
  invented: false,
  password: undefined,
  seconds: undefined,
  until: undefined,
  what: undefined,
};

/** Writes an Action so that two are alike which do the same, however they are written and folded. */
function toKey(action: Action): string {
  const members = Object.entries(action).filter(
    ([name, value]) =>
      name !== 'fold' && value !== (LEFT_OUT as Readonly<Record<string, unknown>>)[name],
  );
  return JSON.stringify(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isOffered(action: Action, frame: Frame, settings: Settings): boolean {
  const key = toKey(action);
  return toPossibleActions(frame, settings).some((one) => toKey(one) === key);
}

/** Tells whether an Action needs nothing that another one could have taken away. */
const isAlwaysPossible = (action: Action): boolean =>
  action.type === 'end' || (action.type === 'wait' && action.seconds !== undefined);

/**
 * Tells whether an Action still makes sense after another Frame than the one after which it stands:
 * whether it is offered there. One that was not offered before either is taken for possible.
 */
export function isStillPossible(
  { action, before }: PlacedAction,
  now: Frame,
  settings: Settings,
): boolean {
  if (isAlwaysPossible(action) || isOffered(action, now, settings)) return true;
  return !isOffered(action, before, settings);
}

/** Runs an Action of another run at the end of a Trace; `null` where it makes no sense there, or names what this run does not have. */
export async function runAgain(trace: Trace, placed: PlacedAction): Promise<Trace | null> {
  const { about, frames } = toHistory(trace);
  if (lacksServer(placed.action, about.settings)) return null;
  const isPossible = isStillPossible(placed, getLast(frames), about.settings);
  return isPossible ? extendTrace(trace, placed.action) : null;
}

/** Lists the Actions of a Trace without the first `from`, each with the Frame after which it stands. */
export function listPlaced(trace: Trace, from: number): readonly PlacedAction[] {
  const { actions, frames } = toHistory(trace);
  const placed: PlacedAction[] = [];
  let before = frames.shared[0] as Frame;
  for (let i = 1; i < frames.length; i++) {
    const frame = frames.shared[i] as Frame;
    const { actionIndex } = frame;
    if (actionIndex !== before.actionIndex && actionIndex >= from) {
      placed.push({ action: actions.shared[actionIndex] as Action, before });
    }
    before = frame;
  }
  return placed;
}
