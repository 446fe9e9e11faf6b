import { fixate, logInWrongly, logOutByGet, plant, tamper } from './sessionAttacks.ts';
import type { SessionProbe } from './sessionLane.ts';
import { comeAsStranger, logIn, logOut, requestProfile } from './sessionWalk.ts';

/** The probes of a session server, in the order in which they are made: the walk comes first. */
export const SESSION_PROBES: readonly SessionProbe[] = [
  ...[logIn, requestProfile, comeAsStranger, tamper, fixate, logOut],
  ...[plant, logOutByGet, logInWrongly],
];
