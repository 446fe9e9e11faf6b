import { fromBase64, toBase64 } from '../bytes/base64.ts';
import type { JsonObject } from '../bytes/json.ts';
import { isObject, parseJson } from '../bytes/json.ts';

/** What a session holds: `req.session` of cookie-session. */
export interface SessionData {
  readonly userId: string;
  /** What else the application keeps about the user. */
  readonly data?: JsonObject;
  /** The user's role as it was at the login, where that is copied. */
  readonly role?: string;
}

/** Writes a session as its cookie holds it: JSON in base64, for anybody to read. @see cookie-session `encode` */
export const encodeData = (data: SessionData): string =>
  toBase64(new TextEncoder().encode(JSON.stringify(data)));

/** Reads what a cookie holds, whoever wrote it; `null` for what is no JSON object. @see cookie-session `decode` */
export function decodeData(text: string): JsonObject | null {
  const bytes = fromBase64(text);
  const parsed = bytes && parseJson(new TextDecoder().decode(bytes));
  return parsed && 'value' in parsed && isObject(parsed.value)
    ? (parsed.value as JsonObject)
    : null;
}
