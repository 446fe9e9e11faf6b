import type { Settings } from '../../sim/settings.ts';
import type { StepKind } from '../../sim/stepKind.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame, Trace } from '../../sim/trace.ts';
import type { Actor } from './actor.ts';
import { readActor, readBrowser, readServerId } from './actor.ts';

/** One lane's step, where the readers look for facts. */
export interface Moment {
  readonly strategy: Strategy;
  readonly kind: StepKind;
  readonly settings: Settings;
  readonly lane: LaneFrame;
  /** The lane one step earlier; `null` at the start. */
  readonly before: LaneFrame | null;
  /** The lane's steps of the same Action before this one, the first first. */
  readonly earlier: readonly LaneFrame[];
  /** All frames of the run, and the number of this one: what was before can be looked up. */
  readonly frames: readonly Frame[];
  readonly step: number;
  readonly action: Frame['action'];
  readonly actor: Actor;
  /** ID of the browser that the step is about: the one that acts, else the user's first. */
  readonly browser: string;
  /** ID of the server that the step is about. */
  readonly server: string;
}

/** A step in both lanes. */
export interface Step {
  readonly frame: Frame;
  readonly session: Moment;
  readonly token: Moment;
}

/** What is read of a run: its frames and its settings. */
interface Run {
  readonly frames: Trace['frames'];
  readonly scenario: Pick<Trace['scenario'], 'settings'>;
}

/** Reads the last step of a run; `null` where it has none. */
export function readLastStep(run: Run): Step | null {
  const last = run.frames.at(-1);
  return last ? readStep(run, last) : null;
}

/** Reads a step of a run, where to look for its facts. */
export function readStep({ frames, scenario }: Run, frame: Frame): Step {
  const { action, kind, step, actionIndex } = frame;
  let first = step;
  while (first > 0 && frames[first - 1]?.actionIndex === actionIndex) first--;
  const siblings = frames.slice(first, step);
  const shared = {
    ...{ kind, action, settings: scenario.settings, frames, step },
    actor: readActor(action),
    browser: readBrowser(action),
    server: readServerId(action),
  };
  const toMoment = (strategy: Strategy): Moment => ({
    ...shared,
    strategy,
    lane: frame[strategy],
    before: frames[step - 1]?.[strategy] ?? null,
    earlier: siblings.map((sibling) => sibling[strategy]),
  });
  return { frame, session: toMoment('session'), token: toMoment('token') };
}
