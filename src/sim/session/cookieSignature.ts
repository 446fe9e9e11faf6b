import { toUnpaddedBase64 } from '../bytes/base64.ts';
import { hmacSha256 } from '../bytes/hmac.ts';

const PREFIX = 's:';

async function sign(sid: string, secret: string): Promise<string> {
  return `${sid}.${toUnpaddedBase64(await hmacSha256(secret, sid))}`;
}

/** Makes the value of the session cookie, percent-encoded: `s%3A<sid>.<HMAC-SHA256 of sid>`. @see cookie-signature 1.0.7, express-session `setcookie` */
export async function toSignedValue(sid: string, secret: string): Promise<string> {
  return encodeURIComponent(PREFIX + (await sign(sid, secret)));
}

/** Tells whether a decoded cookie value says that it is signed; another is refused without looking. */
export const isSigned = (value: string): boolean => value.startsWith(PREFIX);

/** Reads a decoded cookie value: the session ID when one of the secrets signed it, else why not. @see express-session `getcookie`, `unsigncookie` */
export async function readSignedValue(
  value: string,
  secrets: readonly string[],
): Promise<{ sid: string } | { failure: 'cookieUnsigned' | 'cookieSignatureInvalid' }> {
  if (!isSigned(value)) return { failure: 'cookieUnsigned' };
  const signed = value.slice(PREFIX.length);
  const sid = signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
  for (const secret of secrets) {
    if ((await sign(sid, secret)) === signed) return { sid };
  }
  return { failure: 'cookieSignatureInvalid' };
}

/** Reads the session ID out of a cookie's value as it stands in a jar, its signature not considered. */
export function readSid(value: string): string {
  const signed = decodeURIComponent(value).slice(PREFIX.length);
  return signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
}
