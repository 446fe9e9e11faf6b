import type { Action } from './action.ts';
import type { Frame } from './frame.ts';
import type { Growing } from './growing.ts';
import { toGrowing, toItems } from './growing.ts';
import type { Scenario } from './scenario.ts';

/** The Frames of a run, and the Scenario that it is a run of (its Actions are those run so far). */
export interface Trace {
  readonly scenario: Scenario;
  readonly frames: readonly Frame[];
}

/** What a Trace is made of, in the form in which it grows. */
export interface History {
  /** The Scenario's other members; its Actions are the `actions` here. */
  readonly about: Omit<Scenario, 'actions'>;
  readonly actions: Growing<Action>;
  readonly frames: Growing<Frame>;
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
  return { about: scenario, actions: toGrowing(scenario.actions), frames: toGrowing(frames) };
}
