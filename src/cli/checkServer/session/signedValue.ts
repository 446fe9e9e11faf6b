import { createHmac } from 'node:crypto';
import { KNOWN_SECRETS } from '../shared/knownSecrets.ts';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded, so it stands as it is.
    return text;
  }
}

/**
 * Splits a cookie's value into the session ID and its signature, as express-session writes them
 * (`s:` ID `.` signature). Any other value is all ID, and its signature is `null`.
 */
export function splitSession(value: string): {
  readonly id: string;
  readonly signature: string | null;
} {
  const [, id, signature] = /^s:(.+)\.([^.]+)$/.exec(decode(value)) ?? [];
  return id !== undefined && signature !== undefined
    ? { id, signature }
    : { id: decode(value), signature: null };
}

/** Finds the secret of an express-session cookie among those that everybody knows, or `null`. */
export function guessCookieSecret(sessionId: string, signature: string): string | null {
  const sign = (secret: string) =>
    createHmac('sha256', secret).update(sessionId).digest('base64').replace(/=+$/, '');
  return KNOWN_SECRETS.find((secret) => sign(secret) === signature) ?? null;
}
