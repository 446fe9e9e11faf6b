import type { JWTPayload } from 'jose';
import { USERS_DATABASE } from '../actors.ts';
import { makeStoreCall } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { getUser } from '../user.ts';

/**
 * Tells whether a token was made before the second since which the user's tokens hold, where that
 * is compared. iat counts whole seconds, so a token of that very second holds. @see RFC 7519 section 4.1.6
 */
export function isOutdated(state: State, settings: Settings, { iat = 0 }: JWTPayload): boolean {
  const { validSince = Number.NEGATIVE_INFINITY } = getUser(state, settings);
  return settings.token.comparesIat === true && iat < validSince;
}

/** Looks up since when the user's tokens hold, where a server does that at all. */
export function compareIat(
  recorder: Recorder,
  server: string,
  claims: JWTPayload,
): FailureCode | null {
  const { settings, state } = recorder;
  if (!settings.token.comparesIat) return null;
  const { validSince = null } = getUser(state, settings);
  const body = validSince === null ? null : JSON.stringify(validSince);
  const call = { from: server, to: USERS_DATABASE, method: 'get', target: settings.user.id, body };
  recorder.send(makeStoreCall(call));
  return isOutdated(state, settings, claims) ? 'tokenOutdated' : null;
}
