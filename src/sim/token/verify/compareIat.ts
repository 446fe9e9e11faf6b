import type { JWTPayload } from 'jose';
import { USERS_DATABASE } from '../../actors.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { makeStoreCall } from '../../message.ts';
import type { FailureCode } from '../../outcome.ts';
import type { Settings } from '../../settings.ts';
import type { State } from '../../state.ts';

/** Finds since when the tokens of the user hold that a token names; nothing has ended any of a stranger's. */
function findValidSince({ users = {} }: State, { id }: JWTPayload): number | undefined {
  return typeof id === 'string' && Object.hasOwn(users, id) ? users[id]?.validSince : undefined;
}

/**
 * Tells whether a token was made before the second since which the user's tokens hold, where that
 * is compared. iat counts whole seconds, so a token of that very second holds. @see RFC 7519 section 4.1.6
 */
export function isOutdated(state: State, settings: Settings, claims: JWTPayload): boolean {
  const { iat = 0 } = claims;
  const validSince = findValidSince(state, claims);
  return settings.token.comparesIat === true && validSince !== undefined && iat < validSince;
}

/** Looks up since when the user's tokens hold, where a server does that at all. */
export function compareIat(
  recorder: Recorder,
  server: string,
  claims: JWTPayload,
): FailureCode | null {
  const { settings, state } = recorder;
  if (!settings.token.comparesIat) return null;
  const validSince = findValidSince(state, claims) ?? null;
  const body = validSince === null ? null : JSON.stringify(validSince);
  const call = { from: server, to: USERS_DATABASE, method: 'get', body };
  recorder.send(makeStoreCall({ ...call, target: String(claims.id) }));
  return isOutdated(state, settings, claims) ? 'tokenOutdated' : null;
}
