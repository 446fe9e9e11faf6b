import type { Trace } from '../sim/trace.ts';

const WALK = 'login,request,logout,request,end';

/** Tells whether a run goes along the walk, from its start: a what-if that began there keeps its ID, but not its Steps. */
export function isWalkSoFar({ scenario: { id, actions } }: Trace): boolean {
  const types = actions.slice(0, 6).map(({ type, fold }, i) => (fold && i !== 3 ? '' : type));
  return id === 'login-to-logout' && WALK.startsWith(types.join());
}

/** Tells whether a run is the walk to its end, whatever its settings. */
export const isWholeWalk = (trace: Trace): boolean =>
  trace.scenario.actions.length === 5 && isWalkSoFar(trace);
