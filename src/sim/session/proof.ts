import { CLIENT } from '../actors.ts';
import { checkCopies, TRIAL } from '../copies.ts';
import { makeRequest } from '../http/request.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import { startRecording } from '../lanes/recorder.ts';
import { getUser } from '../lanes/user.ts';
import type { CopyCheck, FailureCode, Proof } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { getServer } from '../state.ts';
import { isTooOld, readEnd } from './absoluteEnd.ts';
import { openSession, type RequestSession } from './middleware.ts';
import { toCookieName } from './setCookie.ts';
import { peekRecord } from './store.ts';

/** Says whose session it is, and until when its record holds. */
export function toProof(state: State, session: RequestSession): Proof | null {
  if (session.userId === undefined) return null;
  const record = peekRecord(state, session.store, session.sid);
  return {
    userId: session.userId,
    credential: session.sid,
    expiresAt: record && readEnd(record),
  };
}

const refuseCopy = (failure: FailureCode): CopyCheck => ({
  accepted: false,
  expiresAt: null,
  failure,
});

async function tryCookie(
  settings: Settings,
  state: State,
  value: string,
  server: string,
): Promise<CopyCheck> {
  const { recorder } = startRecording(settings, state);
  const cookie = `${toCookieName(settings)}=${value}`;
  const { origin } = getServer(state, server);
  const request = makeRequest({ ...TRIAL, to: server, origin, cookie });
  const session = await openSession(recorder, request);
  const proof = toProof(state, session);
  if (proof === null) return refuseCopy(session.failure ?? 'sessionAnonymous');
  if (isTooOld(state, session)) return refuseCopy('sessionTooOld');
  if (!settings.session.copiesUser && getUser(state, settings).banned)
    return refuseCopy('userBanned');
  return { accepted: true, expiresAt: proof.expiresAt, failure: null };
}

/** Tries, without leaving a trace, what copies of cookies that a client dropped, or that were stolen, would get now. */
export const checkCopy: CheckCopy = (settings, state, owner = CLIENT) =>
  checkCopies(state, owner, { isFirst: () => true, isOther: () => true }, (value, server) =>
    tryCookie(settings, state, value, server),
  );
