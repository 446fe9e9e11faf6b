import type { Action, ActionType, StepKind } from './action.ts';
import { toStepKinds } from './action.ts';
import type { Lane } from './lane.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { idle } from './outcome.ts';
import type { LaneStep, Recorder } from './recorder.ts';
import { startRecording } from './recorder.ts';
import type { Scenario } from './scenario.ts';
import { sessionLane } from './session/lane.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';
import type { Strategy } from './strategy.ts';
import { tokenLane } from './token/lane.ts';

/** A Step's result in one lane: what was sent, what it came to, and the State after it. */
export interface LaneFrame {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
  readonly state: State;
}

/** A Step's result in both lanes. Frame 0 is the start: no Action, nothing sent. */
export interface Frame {
  /** Number of the step; equals the frame's index. */
  readonly step: number;
  readonly kind: StepKind;
  readonly action: Action | null;
  /** Index of the Action in the run; -1 for frame 0. */
  readonly actionIndex: number;
  readonly session: LaneFrame;
  readonly token: LaneFrame;
}

/** The Frames of a run, and the Scenario that it is a run of (its Actions are those run so far). */
export interface Trace {
  readonly scenario: Scenario;
  readonly frames: readonly Frame[];
}

const LANES: Readonly<Record<Strategy, Lane>> = { session: sessionLane, token: tokenLane };

/** Starts a Trace with its frame 0; the Scenario's Actions are not run yet. */
export function startTrace(scenario: Scenario): Trace {
  const startLane = (strategy: Strategy): LaneFrame => ({
    outcome: idle('start'),
    messages: [],
    state: LANES[strategy].start(scenario.settings),
  });
  const frame: Frame = {
    step: 0,
    kind: 'start',
    action: null,
    actionIndex: -1,
    session: startLane('session'),
    token: startLane('token'),
  };
  return { scenario: { ...scenario, actions: [] }, frames: [frame] };
}

/** Joins the phases of a folded Action: all messages, the last State, and the outcome of the response, or without one the last that is not idle. */
function foldSteps(kind: StepKind, steps: readonly LaneStep[]): LaneStep {
  const last = steps.at(-1);
  if (!last) throw new RangeError(`nothing to fold into ${kind}`);
  const telling =
    steps.findLast(({ outcome }) => outcome.status !== null) ??
    steps.findLast(({ outcome }) => outcome.type !== 'idle') ??
    last;
  const messages = steps.flatMap((step) => step.messages);
  return { kind, state: last.state, messages, outcome: telling.outcome };
}

async function runLane(
  strategy: Strategy,
  settings: Settings,
  state: State,
  action: Action,
): Promise<readonly LaneStep[]> {
  const { recorder, steps } = startRecording(settings, state);
  const run = LANES[strategy].actions[action.type] as (
    recorder: Recorder,
    action: Action & { type: ActionType },
  ) => Promise<void>;
  await run(recorder, action);
  const kinds = toStepKinds(action);
  const whole = kinds[0];
  return whole?.endsWith('.whole') ? [foldSteps(whole, steps)] : steps;
}

const toLaneFrame = ({ outcome, messages, state }: LaneStep): LaneFrame => ({
  outcome,
  messages,
  state,
});

/**
 * Runs one more Action in both lanes and returns the longer Trace; the given one is left as it is.
 * Running a then b equals extending the run of a by b. Resolves to frames even for refused
 * requests. @throws RangeError for an Action that names what does not exist or cannot be.
 */
export async function extendTrace(trace: Trace, action: Action): Promise<Trace> {
  const { scenario, frames } = trace;
  const last = frames.at(-1);
  if (!last) throw new RangeError('a trace has at least its frame 0');
  const { settings } = scenario;
  const [session, token] = await Promise.all([
    runLane('session', settings, last.session.state, action),
    runLane('token', settings, last.token.state, action),
  ]);
  const actionIndex = scenario.actions.length;
  const added = toStepKinds(action).map((kind, i): Frame => {
    const [s, t] = [session[i], token[i]];
    if (s?.kind !== kind || t?.kind !== kind) {
      throw new TypeError(`lanes out of step at ${kind}: session ${s?.kind}, token ${t?.kind}`);
    }
    const step = last.step + 1 + i;
    return { step, kind, action, actionIndex, session: toLaneFrame(s), token: toLaneFrame(t) };
  });
  return {
    scenario: { ...scenario, actions: [...scenario.actions, action] },
    frames: [...frames, ...added],
  };
}

/** Runs a whole Scenario. */
export async function runScenario(scenario: Scenario): Promise<Trace> {
  let trace = startTrace(scenario);
  for (const action of scenario.actions) trace = await extendTrace(trace, action);
  return trace;
}

/** Returns the Trace up to the end of the last Action completed at or before a step: where a fork begins. */
export function forkTrace(trace: Trace, step: number): Trace {
  const { scenario, frames } = trace;
  const at = frames[step];
  if (!at) throw new RangeError(`no step ${step} in a trace of ${frames.length - 1} steps`);
  const complete = frames[step + 1]?.actionIndex !== at.actionIndex;
  const lastAction = complete ? at.actionIndex : at.actionIndex - 1;
  return {
    scenario: { ...scenario, actions: scenario.actions.slice(0, lastAction + 1) },
    frames: frames.filter(({ actionIndex }) => actionIndex <= lastAction),
  };
}
