import { forge, guessSecret, logInWrongly, sendGarbage } from './tokenAttacks.ts';
import type { TokenProbe } from './tokenLane.ts';
import { comeAsStranger, logIn, logOut, requestProfile } from './tokenWalk.ts';

/** The probes of a token server, in the order in which they are made: the walk comes first. */
export const TOKEN_PROBES: readonly TokenProbe[] = [
  ...[logIn, requestProfile, comeAsStranger, forge, sendGarbage, guessSecret],
  ...[logOut, logInWrongly],
];
