import type { Action, ActionOf, ActionType } from './action.ts';
import { cookieSessionLane } from './cookieSession/lane.ts';
import { isDataInCookie } from './cookieSession/storeOnly.ts';
import { toSeconds } from './expiry.ts';
import type { Frame, LaneFrame } from './frame.ts';
import { foldSteps } from './lanes/fold.ts';
import type { Lane } from './lanes/lane.ts';
import type { LaneStep, Recorder } from './lanes/recorder.ts';
import { NO_SIGNATURES, startRecording } from './lanes/recorder.ts';
import { idle } from './outcome.ts';
import type { Trace } from './runs/history.ts';
import { toHistory, toTrace } from './runs/history.ts';
import { append, cutTo, getLast, toSharedList } from './runs/sharedList.ts';
import type { Scenario } from './scenario.ts';
import { sessionLane } from './session/lane.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';
import { toStepKinds } from './stepKind.ts';
import type { Strategy } from './strategy.ts';
import { tokenLane } from './token/lane.ts';

export type { Frame, LaneFrame } from './frame.ts';
export type { Trace } from './runs/history.ts';

/** Returns how a strategy does what a run says; for sessions that depends on where their data is. */
function toLane(strategy: Strategy, { session }: Settings): Lane {
  if (strategy === 'token') return tokenLane;
  return isDataInCookie(session) ? cookieSessionLane : sessionLane;
}

/** Starts a Trace with its frame 0; the Scenario's Actions are not run yet. */
export function startTrace(scenario: Scenario): Trace {
  const startLane = (strategy: Strategy): LaneFrame => ({
    outcome: idle('start'),
    messages: [],
    signatures: NO_SIGNATURES,
    state: toLane(strategy, scenario.settings).start(scenario.settings),
  });
  const frame: Frame = {
    step: 0,
    kind: 'start',
    action: null,
    actionIndex: -1,
    session: startLane('session'),
    token: startLane('token'),
  };
  return toTrace({ about: scenario, actions: toSharedList([]), frames: toSharedList([frame]) });
}

async function runLane(
  strategy: Strategy,
  settings: Settings,
  state: State,
  action: Action,
): Promise<readonly LaneStep[]> {
  const { recorder, steps } = startRecording(settings, state);
  const run = toLane(strategy, settings).actions[action.type] as (
    recorder: Recorder,
    action: Action & { type: ActionType },
  ) => Promise<void>;
  await run(recorder, action);
  const kinds = toStepKinds(action);
  const whole = kinds[0];
  return whole?.endsWith('.whole') ? [foldSteps(whole, steps)] : steps;
}

const toLaneFrame = ({ outcome, messages, signatures, state }: LaneStep): LaneFrame => ({
  outcome,
  messages,
  signatures,
  state,
});

/** Both lanes wait equally long, whichever of them knows what ends. */
const toExactWait = (action: ActionOf<'wait'>, last: Frame): Action => ({
  type: 'wait',
  seconds: toSeconds(action, last),
});

/**
 * Runs one more Action in both lanes and returns the longer Trace; the given one is left as it is.
 * Running a then b equals extending the run of a by b, and costs the same however long the run is.
 * Resolves to frames even for refused requests. @throws RangeError for an Action that names what
 * does not exist or cannot be.
 */
export async function extendTrace(trace: Trace, action: Action): Promise<Trace> {
  const { about, actions, frames } = toHistory(trace);
  const { settings } = about;
  const last = getLast(frames);
  const exact = action.type === 'wait' ? toExactWait(action, last) : action;
  const [session, token] = await Promise.all([
    runLane('session', settings, last.session.state, exact),
    runLane('token', settings, last.token.state, exact),
  ]);
  const added = toStepKinds(action).map((kind, i): Frame => {
    const [s, t] = [session[i], token[i]];
    if (s?.kind !== kind || t?.kind !== kind) {
      throw new TypeError(`lanes out of step at ${kind}: session ${s?.kind}, token ${t?.kind}`);
    }
    return {
      step: last.step + 1 + i,
      kind,
      action,
      actionIndex: actions.length,
      session: toLaneFrame(s),
      token: toLaneFrame(t),
    };
  });
  return toTrace({ about, actions: append(actions, [action]), frames: append(frames, added) });
}

/** Runs a whole Scenario. */
export async function runScenario(scenario: Scenario): Promise<Trace> {
  let trace = startTrace(scenario);
  for (const action of scenario.actions) trace = await extendTrace(trace, action);
  return trace;
}

/** Returns the Trace up to the end of the last Action completed at or before a step: where a fork begins. */
export function forkTrace(trace: Trace, step: number): Trace {
  const { about, actions, frames } = toHistory(trace);
  const end = findForkStep(trace, step);
  const { actionIndex } = frames.shared[end] as Frame;
  return toTrace({
    about,
    actions: cutTo(actions, actionIndex + 1),
    frames: cutTo(frames, end + 1),
  });
}

/**
 * Returns the step at which a fork at `step` begins: the last one of the last Action that is
 * completed there. @throws RangeError for a step that the Trace does not have.
 */
export function findForkStep(trace: Trace, step: number): number {
  const { frames } = toHistory(trace);
  const at = step < frames.length ? frames.shared[step] : undefined;
  if (!at) throw new RangeError(`no step ${step} in a trace of ${frames.length - 1} steps`);
  const next = step + 1 < frames.length ? frames.shared[step + 1] : undefined;
  const complete = next?.actionIndex !== at.actionIndex;
  const lastAction = complete ? at.actionIndex : at.actionIndex - 1;
  let end = step;
  while ((frames.shared[end] as Frame).actionIndex > lastAction) end--;
  return end;
}
