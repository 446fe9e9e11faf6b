import type { Recorder } from '../lanes/recorder.ts';
import type { SessionRecord, State } from '../state.ts';
import { readClock } from '../state.ts';
import type { RequestSession } from './middleware.ts';
import { readSlidingEnd } from './record.ts';

const NEVER = Number.POSITIVE_INFINITY;

type Ending = Pick<SessionRecord, 'cookie' | 'endsAt'>;

/** Returns the second at which a session ends, NumericDate: that of its record, or its absolute end where that comes first; `null`: never. */
export function readEnd({ cookie, endsAt }: Ending): number | null {
  const end = Math.min(endsAt ?? NEVER, readSlidingEnd(cookie));
  return end === NEVER ? null : end;
}

/** Tells whether a session has come to its absolute end by its server's clock. Its record may be live all the same: use has moved that. */
export const isTooOld = (state: State, { server, endsAt }: RequestSession): boolean =>
  (endsAt ?? NEVER) <= readClock(state, server);

/** Says why a request's session is nobody's; `null`: it is a user's. */
export function readRefusal({ state }: Recorder, session: RequestSession) {
  if (session.userId === undefined) return session.failure ?? 'sessionAnonymous';
  return isTooOld(state, session) ? 'sessionTooOld' : null;
}
