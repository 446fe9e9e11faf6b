import type { Trace } from '../sim/trace.ts';
import { isToldAsWalk } from './book.ts';

const WALK = 'login,request,logout,request,end';

/** Tells whether a run is the walk from its start: a what-if that began there keeps its ID, but neither its Steps nor its settings. */
export function isWalkSoFar({ scenario }: Trace): boolean {
  const { id, actions } = scenario;
  const types = actions.slice(0, 6).map(({ type, fold }, i) => (fold && i !== 3 ? '' : type));
  return id === 'login-to-logout' && WALK.startsWith(types.join()) && isToldAsWalk(scenario);
}

/** Tells whether a run is the walk to its end. */
export const isWholeWalk = (trace: Trace): boolean =>
  trace.scenario.actions.length === 5 && isWalkSoFar(trace);
