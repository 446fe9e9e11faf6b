import { createHmac } from 'node:crypto';
import { isObject } from '../wire/reply.ts';

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

/** Tells whether a secret signed a value. */
export function isValueSignedWith({ id, signature }: SignedValue, secret: string): boolean {
  const strip = (text: string) => text.replace(/=+$/, '');
  const made = createHmac('sha256', secret).update(id).digest('base64');
  return signature !== null && strip(made) === strip(signature);
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

/** Writes data back as a client-side session holds it. */
export const writeSessionData = (data: object): string =>
  Buffer.from(JSON.stringify(data)).toString('base64');
