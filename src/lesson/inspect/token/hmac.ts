import { toBase64url } from '../../../sim/bytes/base64.ts';
import { type Hash, importHmacKey, requireSubtle } from '../../../sim/bytes/hmac.ts';
import type { HmacAlgorithm } from '../../../sim/settings.ts';
import { HMAC_ALGORITHMS } from '../../../sim/settings.ts';

const HASHES: Readonly<Record<HmacAlgorithm, Hash>> = {
  HS256: 'SHA-256',
  HS384: 'SHA-384',
  HS512: 'SHA-512',
};

/** A secret as it was typed, or the bytes that it stands for. */
export type Key = string | Uint8Array<ArrayBuffer>;

/** Returns the algorithm of a header where it is an HMAC; `null` for any other. */
export const toHmacAlgorithm = (alg: unknown): HmacAlgorithm | null =>
  HMAC_ALGORITHMS.find((one) => one === alg) ?? null;

/** Returns a secret's bytes: as such no key of it is kept for another time. */
export const toBytes = (key: Key): Uint8Array<ArrayBuffer> =>
  typeof key === 'string' ? new TextEncoder().encode(key) : key;

/** Signs header and payload, joined by their dot, and returns the signature in base64url. @throws CryptoUnavailableError outside a secure context. */
export async function signText(key: Key, algorithm: HmacAlgorithm, input: string): Promise<string> {
  const imported = await importHmacKey(toBytes(key), HASHES[algorithm]);
  const bytes = new TextEncoder().encode(input);
  return toBase64url(new Uint8Array(await requireSubtle().sign('HMAC', imported, bytes)));
}
