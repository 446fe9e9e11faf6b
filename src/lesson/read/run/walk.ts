import { isWalk } from '../../../sim/runs/walk.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import type { Trace } from '../../../sim/trace.ts';

/** Tells whether a run does what the walk does, as far as it goes, under the walk's settings. */
export const isWalkSoFar = ({ scenario }: Trace): boolean =>
  scenario.id === LOGIN_TO_LOGOUT.id && isWalk(scenario);

/** Tells whether a run is the walk to its end. */
export const isWholeWalk = (trace: Trace): boolean =>
  trace.scenario.actions.length === LOGIN_TO_LOGOUT.actions.length && isWalkSoFar(trace);
