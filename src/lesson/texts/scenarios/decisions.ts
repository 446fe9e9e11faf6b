import type { ActionType } from '../../../sim/action.ts';
import type { StepKind } from '../../../sim/stepKind.ts';

/** Whose request a server decides on, by what the step's kind begins with. */
const DECIDED_ON: Readonly<Partial<Record<ActionType | 'ride' | 'slow' | 'tabs', string>>> = {
  login: 'Decided: the login',
  request: 'Decided: the user’s next request',
  slow: 'Decided: the slow request',
  tabs: 'Decided: the second trade of one refresh token',
  back: 'Decided: what the Back button shows',
  replay: 'Decided: the request with the stolen copy',
  tamper: 'Decided: the request with the altered credential',
  forge: 'Decided: the request with the forged credential',
  crossSite: 'Decided: the request that the other site caused',
  ride: 'Decided: the request that the injected script sends',
  refresh: 'Decided: the trade of a refresh token',
};

/** What is said of the walk, whose question is about the way: no verdict answers it. */
export const WALK_DECISION = 'Told: every step from login to logout';
export const SEE_WALK = 'See the walk';

/** Says what a step's answer is an answer to. @throws TypeError for a step in which nothing is decided. */
export function toDecision(kind: StepKind): string {
  const decided = DECIDED_ON[kind.split('.')[0] as keyof typeof DECIDED_ON];
  if (decided === undefined) throw new TypeError(`nothing is decided in ${kind}`);
  return decided;
}
