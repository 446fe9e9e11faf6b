import { readCarried } from '../carried.ts';
import type { Moment } from '../moment.ts';
import { findRequest } from '../traffic.ts';

/** How many characters each lane's credential has in the requests of a step. */
export interface SentSizes {
  readonly session: number;
  readonly token: number;
}

/** By how many times a token must be longer than the cookie for its size to be the point. */
const MUCH_LONGER = 8;

/** Reads the sizes of what a step's requests carry, where the token is much longer than the cookie; else `null`. */
export function readSentSizes({ frames, step }: Moment): SentSizes | null {
  const frame = frames[step];
  const cookie = frame && readCarried(findRequest(frame.session), 'session');
  const token = frame && readCarried(findRequest(frame.token), 'token');
  if (!cookie || !token) return null;
  const sizes = { session: cookie.value.length, token: token.value.length };
  return sizes.token > MUCH_LONGER * sizes.session ? sizes : null;
}
