import type { Action } from '../action.ts';
import type { Frame } from '../frame.ts';
import type { Scenario } from '../scenario.ts';
import type { SharedList } from './sharedList.ts';
import { toItems, toSharedList } from './sharedList.ts';

/** The Frames of a run, and the Scenario that it is a run of (its Actions are those run so far). */
export interface Trace {
  readonly scenario: Scenario;
  readonly frames: readonly Frame[];
}

/** What a Trace is made of, in the form in which it grows. */
export interface History {
  /** The Scenario's other members; its Actions are the `actions` here. */
  readonly about: Omit<Scenario, 'actions'>;
  readonly actions: SharedList<Action>;
  readonly frames: SharedList<Frame>;
}

const histories = new WeakMap<Trace, History>();

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes the Trace of a history. Its arrays are real ones, made when first looked at. */
export function toTrace(history: History): Trace {
  const { about, actions, frames } = history;
  const readScenario = once((): Scenario => ({ ...about, actions: toItems(actions) }));
  const readFrames = once(() => toItems(frames));
  const trace: Trace = {
    get scenario() {
      return readScenario();
    },
    get frames() {
      return readFrames();
    },
  };
  histories.set(trace, history);
  return trace;
}

/** Returns what a Trace is made of, also of one that came as plain JSON. */
export function toHistory(trace: Trace): History {
  const known = histories.get(trace);
  if (known) return known;
  const { scenario, frames } = trace;
  return { about: scenario, actions: toSharedList(scenario.actions), frames: toSharedList(frames) };
}
