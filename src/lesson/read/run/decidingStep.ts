import type { Trace } from '../../../sim/trace.ts';
import { DECIDING_STEPS } from '../../told/decidingSteps.ts';
import { isVerdict } from '../../told/tone.ts';
import { readStep } from '../moment.ts';
import { readOutcomeTone } from '../outcome/outcomeTone.ts';
import { isScenarioRun } from './isScenarioRun.ts';
import { isWholeWalk } from './walk.ts';

const STEPS = new Map<string, number>(Object.entries(DECIDING_STEPS));

/**
 * Finds the step that answers a run's question. `null` for the walk, which asks no question, and for
 * a changed run.
 */
export function findAnsweringStep(trace: Trace): number | null {
  if (isWholeWalk(trace) || !isScenarioRun(trace)) return null;
  return STEPS.get(trace.scenario.id) ?? null;
}

/**
 * Finds the step at which that is decided: the first of its Action in which a lane's server finds who
 * gets in, or something is held. Where nothing is decided it is the answering step.
 */
export function findDecidingStep(trace: Trace): number | null {
  const answering = findAnsweringStep(trace);
  if (answering === null) return null;
  const { frames } = trace;
  const decided = frames.slice(0, answering).find((frame) => {
    if (frame.actionIndex !== frames[answering]?.actionIndex) return false;
    const { session, token } = readStep(trace, frame);
    return [session, token].some(
      (one) => one.lane.outcome.allowed !== null || isVerdict(readOutcomeTone(one).tone),
    );
  });
  return decided?.step ?? answering;
}
