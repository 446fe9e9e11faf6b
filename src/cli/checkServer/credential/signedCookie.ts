import { createHmac } from 'node:crypto';
import { isObject } from '../wire/reply.ts';
import { parseToken } from './jwt.ts';

export const decodeValue = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded, so it stands as it is.
    return text;
  }
};

/** A cookie's value and the signature behind its last dot, as cookie-signature writes them. */
export interface SignedValue {
  readonly id: string;
  /** `null`: there is none. */
  readonly signature: string | null;
  /** Whether `s:` stands before it, as Express has it. */
  readonly isExpress: boolean;
}

/**
 * Splits a cookie's value into what is signed and the signature, as express-session (`s:` before it)
 * and Fastify and Hono write them: 32 bytes of HMAC-SHA256 in base64. Any other value is all ID.
 */
export function splitSigned(value: string): SignedValue {
  const text = decodeValue(value);
  const [, prefix, id, signature] = /^(s:)?(.+)\.([A-Za-z0-9+/]{43}=?)$/.exec(text) ?? [];
  return id !== undefined && signature !== undefined
    ? { id, signature, isExpress: prefix !== undefined }
    : { id: text, signature: null, isExpress: false };
}

/** Signs a text as another signature was written: some leave the `=` out. */
function signText(text: string, secret: string, like: string): string {
  const mac = createHmac('sha256', secret).update(text).digest('base64');
  return like.endsWith('=') ? mac : mac.replace(/=+$/, '');
}

/** Tells whether a secret signed a value. */
export function isValueSignedWith({ id, signature }: SignedValue, secret: string): boolean {
  return signature !== null && signText(id, secret, signature) === signature;
}

/** Puts another text in the place of what a value signs, with the signature as it was, or a new one. */
export function replaceSigned(value: string, text: string, secret?: string): string {
  const { signature, isExpress } = splitSigned(value);
  const mac = secret === undefined ? signature : signText(text, secret, signature ?? '');
  const whole = `${isExpress ? 's:' : ''}${text}${mac === null ? '' : `.${mac}`}`;
  return decodeValue(value) === value ? whole : encodeURIComponent(whole);
}

/** Signs `name=value` as Keygrip does for cookie-session and Koa. */
export const signPair = (name: string, value: string, secret: string): string =>
  createHmac('sha1', secret).update(`${name}=${value}`).digest('base64url');

/** Reads the data that a client-side session holds in base64; `null` when it is something else. */
export function readSessionData(value: string): Readonly<Record<string, unknown>> | null {
  try {
    // Some write the signature behind a dot of the same cookie.
    const [written = ''] = decodeValue(value).split('.');
    const text = Buffer.from(written, 'base64').toString('utf8');
    const data: unknown = JSON.parse(text);
    return isObject(data) && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

/** Reads the object that a cookie holds as JSON in the clear, as res.cookie() writes it (`j:`), signed or not. */
export function readWrittenData(value: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(splitSigned(value).id.replace(/^j:/, ''));
    return isObject(data) && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

/** Tells whether a value is a JWT that is encrypted, which only the server reads. @see RFC 7516 section 7.1 */
export function isEncrypted(value: string): boolean {
  const parts = decodeValue(value).split('.');
  return parts.length === 5 && 'enc' in (readSessionData(parts[0] ?? '') ?? {});
}

/** Writes data back as a client-side session holds it. */
export const writeSessionData = (data: object): string =>
  Buffer.from(JSON.stringify(data)).toString('base64');

/** Reads the JWT in a cookie's value, signed once more by Express or not. */
export function readCookieJwt(value: string): string | null {
  const text = decodeValue(value).replace(/^(Bearer|JWT) /i, '');
  if (parseToken(text)) return text;
  const { id, signature } = splitSigned(value);
  return signature !== null && parseToken(id) ? id : null;
}
