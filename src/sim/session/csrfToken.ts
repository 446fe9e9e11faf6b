import { toBase64url } from '../bytes/base64.ts';
import { seededBytes } from '../bytes/seededBytes.ts';
import { checkCsrf } from '../lanes/csrf.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Carried, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { RequestSession } from './middleware.ts';

const CSRF_BYTES = 32;

/**
 * Returns the session as it is when its user is told of the login: with a random CSRF token, where
 * servers ask for one. @see OWASP Cross-Site Request Forgery Prevention Cheat Sheet, synchronizer token
 */
export function withSessionCsrfToken(recorder: Recorder, session: RequestSession): RequestSession {
  const { settings, state } = recorder;
  if (settings.csrf !== 'token' || session.csrfToken !== undefined) return session;
  const n = state.draws.csrf ?? 0;
  recorder.set({ ...state, draws: { ...state.draws, csrf: n + 1 } });
  return { ...session, csrfToken: toBase64url(seededBytes(settings.seed, 'csrf', n, CSRF_BYTES)) };
}

/** Returns what a page is told of its user: the ID, and the CSRF token for its forms, where there is one. */
export function toTold(
  { csrfToken }: RequestSession,
  userId: string,
): { readonly json: object; readonly inBody: readonly Carried[] } {
  if (csrfToken === undefined) return { json: { userId }, inBody: NOTHING_CARRIED };
  return {
    json: { userId, csrfToken },
    inBody: [{ what: 'csrfToken', in: 'body', value: csrfToken }],
  };
}

/** Says why a request of a session that changes something may not be the user's own; `null`: it may. */
export const checkSessionCsrf = (
  { settings }: Recorder,
  request: Message,
  { csrfToken }: RequestSession,
): Promise<FailureCode | null> => checkCsrf(settings, request, (token) => token === csrfToken);
