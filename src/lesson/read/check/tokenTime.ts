import { isOnlyDecoded, toHeldUntil } from '../../../sim/token/verify/onlyDecoded.ts';
import { readExpiry } from '../decodeToken.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { readServerEnd } from '../server/serverEnd.ts';

/** When a token ends by its exp, and how long after that it is still let in. */
export interface TokenTime extends ServerEnd {
  /** Seconds of leeway that are left to a token whose exp has passed; 0 before that, and after. */
  readonly grace: number;
  /** An exp that it names and at which nobody looks, NumericDate seconds; `null`: there is none. */
  readonly unread: number | null;
}

/** Reads how long a token holds at a server, the first one where nothing says otherwise. */
export function readTokenTime(
  { lane: { state }, settings }: Moment,
  token: string,
  server?: string,
): TokenTime {
  const exp = readExpiry(token);
  const end = readServerEnd(state, toHeldUntil(settings, exp), server);
  const { leeway = 0, verifier } = settings.token;
  const isLate = end.left !== null && end.left <= 0;
  // The naive verifier of the demonstration knows no leeway.
  const grace = isLate && verifier !== 'naive' ? Math.max(0, leeway + (end.left ?? 0)) : 0;
  return { ...end, grace, unread: isOnlyDecoded(settings) ? exp : null };
}
