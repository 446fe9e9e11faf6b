import {
  constants,
  createHmac,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign,
} from 'node:crypto';

/** A key of our own, which no server has a reason to trust. */
export interface OwnKey {
  readonly alg: string;
  /** The half that proves a signature, to be shown. */
  readonly jwk: JsonWebKey;
  /** Returns a signature in base64url. */
  readonly sign: (text: string) => string;
}

const CURVES: Readonly<Record<string, string>> = {
  ES256: 'prime256v1',
  ES384: 'secp384r1',
  ES512: 'secp521r1',
};

/** @see RFC 7518 section 3.5 */
const PSS = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
};

function makePair(alg: string): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const namedCurve = CURVES[alg];
  if (namedCurve) return generateKeyPairSync('ec', { namedCurve });
  if (/^Ed/.test(alg)) return generateKeyPairSync('ed25519');
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** Makes a key for an algorithm of signatures; `null` for one that is not known. @see RFC 7518 section 3 */
export function makeOwnKey(alg: string): OwnKey | null {
  if (alg === 'HS256') {
    const secret = 'check-server’s own';
    return {
      alg,
      jwk: { kty: 'oct', k: Buffer.from(secret).toString('base64url') },
      sign: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
    };
  }
  if (!/^(?:[RPE]S(?:256|384|512)|EdDSA|Ed25519)$/.test(alg)) return null;
  const { publicKey, privateKey } = makePair(alg);
  const hash = /^Ed/.test(alg) ? null : `sha${alg.slice(2)}`;
  const key = {
    key: privateKey,
    ...(alg.startsWith('ES') && { dsaEncoding: 'ieee-p1363' as const }),
    ...(alg.startsWith('PS') && PSS),
  };
  return {
    alg,
    jwk: publicKey.export({ format: 'jwk' }),
    sign: (text) => sign(hash, Buffer.from(text), key).toString('base64url'),
  };
}
