const encoder = new TextEncoder();
const KEYS_KEPT = 32;
const keys = new Map<string, Promise<CryptoKey>>();

/** Is thrown where a signature is needed and the browser withholds Web Crypto. */
export class CryptoUnavailableError extends Error {
  override readonly name = 'CryptoUnavailableError';
  constructor() {
    super(
      'signatures need Web Crypto, which browsers offer only to secure contexts (https or localhost)',
    );
  }
}

/** Returns Web Crypto's `subtle`. @throws CryptoUnavailableError outside a secure context. */
export function requireSubtle(): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) throw new CryptoUnavailableError();
  return subtle;
}

export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

function importKey(secret: Uint8Array<ArrayBuffer>, hash: Hash): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash };
  return requireSubtle().importKey('raw', secret, algorithm, false, ['sign', 'verify']);
}

/**
 * Imports a secret (UTF-8 text or raw bytes) as an HMAC key, SHA-256 when no hash is named, for signing and verifying. The
 * keys of the last few texts are kept, because importing costs more than signing.
 * @throws CryptoUnavailableError outside a secure context.
 */
export async function importHmacKey(
  secret: string | Uint8Array<ArrayBuffer>,
  hash: Hash = 'SHA-256',
): Promise<CryptoKey> {
  if (typeof secret !== 'string') return importKey(secret, hash);
  const name = `${hash} ${secret}`;
  const kept = keys.get(name);
  if (kept) return kept;
  const made = importKey(encoder.encode(secret), hash);
  const [oldest = name] = keys.keys();
  if (keys.size >= KEYS_KEPT) keys.delete(oldest);
  keys.set(name, made);
  return made;
}

async function sign(hash: Hash, secret: string, text: string): Promise<Uint8Array> {
  const key = await importHmacKey(secret, hash);
  return new Uint8Array(await requireSubtle().sign('HMAC', key, encoder.encode(text)));
}

/** Computes HMAC-SHA256 of a text under a secret (both UTF-8), 32 bytes. @see RFC 2104, RFC 4231 */
export const hmacSha256 = (secret: string, text: string): Promise<Uint8Array> =>
  sign('SHA-256', secret, text);

/** Computes HMAC-SHA1 of a text under a secret (both UTF-8), 20 bytes. @see RFC 2104, RFC 2202 */
export const hmacSha1 = (secret: string, text: string): Promise<Uint8Array> =>
  sign('SHA-1', secret, text);
