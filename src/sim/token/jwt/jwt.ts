import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import type { Hash } from '../../bytes/hmac.ts';
import { importHmacKey } from '../../bytes/hmac.ts';
import type { JsonObject } from '../../bytes/json.ts';
import type { FailureCode } from '../../outcome.ts';
import type { HmacAlgorithm } from '../../settings.ts';
import { toFailureCode } from '../verify/failure.ts';

/** The only algorithm that the reference server signs with, and accepts unless told otherwise. */
export const ALGORITHM = 'HS256';

/** Protected header of every token, in this order; a `kid` comes after it. */
export const HEADER = { alg: ALGORITHM, typ: 'JWT' } as const;

/** What a server's first key is called, where tokens name their key. */
export const FIRST_KEY_ID = 'k1';

const HASHES: Readonly<Record<HmacAlgorithm, Hash>> = {
  HS256: 'SHA-256',
  HS384: 'SHA-384',
  HS512: 'SHA-512',
};

export interface TokenClaims {
  readonly id: string;
  /** More claims, between `id` and `iat`. */
  readonly more?: JsonObject;
  readonly jti?: string | undefined;
  /** Lifetime in seconds; `null`: no exp. */
  readonly lifetime: number | null;
  /** Issuing server's time, NumericDate seconds. */
  readonly now: number;
  /** Seconds from `now` to nbf. */
  readonly notBefore?: number | undefined;
  readonly audience?: string | undefined;
  readonly issuer?: string | undefined;
}

/**
 * Signs `{ id, …, iat, nbf, exp, aud, iss, jti }` as a compact JWS, with HS256 unless the header
 * says otherwise. What is not given is not there; the order is jsonwebtoken's.
 * @see RFC 7515 section 3.1, RFC 7519
 */
export async function signToken(
  secret: string,
  { id, more = {}, jti, lifetime, now, notBefore, audience, issuer }: TokenClaims,
  header: JWTHeaderParameters & { readonly alg: string } = HEADER,
): Promise<string> {
  const token = new SignJWT({ id, ...more }).setProtectedHeader(header).setIssuedAt(now);
  if (notBefore !== undefined) token.setNotBefore(now + notBefore);
  if (lifetime !== null) token.setExpirationTime(now + lifetime);
  if (audience !== undefined) token.setAudience(audience);
  if (issuer !== undefined) token.setIssuer(issuer);
  if (jti !== undefined) token.setJti(jti);
  return token.sign(await importHmacKey(secret, HASHES[header.alg as HmacAlgorithm]));
}

export type Verification =
  | { readonly claims: JWTPayload; readonly failure: null }
  | { readonly claims: null; readonly failure: FailureCode };

/** A secret, or how to find it by the `kid` of a token's header. */
export type Secret =
  | string
  | Uint8Array<ArrayBuffer>
  | ((kid: string | undefined) => string | undefined);

export interface Rules {
  readonly algorithms?: readonly HmacAlgorithm[] | undefined;
  /** Seconds that exp and nbf forgive. */
  readonly leeway?: number | undefined;
  /** The aud and the iss that a token must have; any when left out. */
  readonly audience?: string | undefined;
  readonly issuer?: string | undefined;
  /** The typ that its header must have; any when left out. */
  readonly typ?: string | undefined;
  /** Is called when a signature is computed, which some tokens are refused before. */
  readonly onCheck?: (() => void) | undefined;
}

/**
 * Verifies a compact JWS with jose, a list of algorithms and the verifying server's clock (`now`,
 * NumericDate seconds). A refusal is returned; an error that is none of jose's is thrown.
 */
export async function verifyToken(
  token: string,
  secret: Secret,
  now: number,
  { algorithms = [ALGORITHM], leeway = 0, audience, issuer, typ, onCheck }: Rules = {},
): Promise<Verification> {
  // jose asks for the key only after it has checked the header's algorithm against the list.
  const findKey = ({ alg, kid }: { alg?: string; kid?: string }) => {
    const found = typeof secret === 'function' ? secret(kid) : secret;
    if (found === undefined) throw new errors.JWKSNoMatchingKey();
    onCheck?.();
    return importHmacKey(found, HASHES[alg as HmacAlgorithm]);
  };
  try {
    const { payload } = await jwtVerify(token, findKey, {
      algorithms: [...algorithms],
      currentDate: new Date(now * 1000),
      clockTolerance: leeway,
      ...(audience !== undefined && { audience }),
      ...(issuer !== undefined && { issuer }),
      ...(typ !== undefined && { typ }),
    });
    return { claims: payload, failure: null };
  } catch (error) {
    return { claims: null, failure: toFailureCode(error) };
  }
}

/** Reads a token's expiry without verifying anything; `null` when it has none or is no JWT. */
export function readExpiry(token: string): number | null {
  try {
    return decodeJwt(token).exp ?? null;
  } catch {
    return null;
  }
}
