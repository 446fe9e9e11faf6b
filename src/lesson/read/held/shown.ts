import type { StoredCookie } from '../../../sim/client/jar.ts';
import { isFirstBrowser } from '../../told/actorIds.ts';
import type { Moment } from '../moment.ts';
import { findResponse } from '../traffic.ts';
import { findCookie, findToken, readDiscarded, readHeld } from './held.ts';
import { SIGNATURE_COOKIE } from './pair.ts';

/** What a cookie begins with that holds a signature alone. */
const SIGNATURE = `${SIGNATURE_COOKIE}=`;

/** The session's cookie as the first browser got it in this step, and as it keeps it. */
export interface ShownCookie {
  /** The field's value; of data and signature that of the data. `null`: none came. */
  readonly sent: string | null;
  readonly kept: StoredCookie | null;
}

/** Reads what there is to show of the session's cookie. */
export function readShownCookie({ lane }: Moment): ShownCookie {
  const answer = findResponse(lane);
  const headers = answer && isFirstBrowser(answer.to) ? answer.headers : [];
  const sent = headers.find(
    ([name, value]) => name === 'Set-Cookie' && !value.startsWith(SIGNATURE),
  );
  return { sent: sent?.[1] ?? null, kept: findCookie(lane.state) ?? null };
}

/** A token that the first browser holds, is given or has shown, or the one that it has dropped. */
export interface ShownToken {
  readonly token: string;
  readonly discarded: boolean;
}

/** Reads the token that there is to show; `null` as long as there was none. */
export function readShownToken({ lane: { state, outcome } }: Moment): ShownToken | null {
  const issued = state.servers.server?.handling?.issued;
  const held = findToken(state)?.value ?? issued ?? outcome.proof?.credential ?? null;
  const token = held ?? readDiscarded(state);
  return token ? { token, discarded: held === null } : null;
}

/** Tells whether the credential that a browser dropped is another one than it has now. */
export function isOtherDropped(moment: Moment): boolean {
  const held = readHeld(moment);
  const dropped = readDiscarded(moment.lane.state, moment.browser);
  return held !== null && dropped !== null && held !== dropped;
}
