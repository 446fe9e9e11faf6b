import type { JWTPayload } from 'jose';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { importHmacKey } from '../hmac.ts';
import type { FailureCode } from '../outcome.ts';
import { toFailureCode } from './failure.ts';

/** The only algorithm that the reference server signs and accepts. */
export const ALGORITHM = 'HS256';

/** Protected header of every token, in this order. */
export const HEADER = { alg: ALGORITHM, typ: 'JWT' } as const;

export interface TokenClaims {
  readonly id: string;
  /** Lifetime in seconds. */
  readonly lifetime: number;
  /** Issuing server's time, NumericDate seconds. */
  readonly now: number;
}

/** Signs `{ id, iat, exp }` as a compact JWS with HS256. @see RFC 7515 section 3.1, RFC 7519 */
export async function signToken(
  secret: string,
  { id, lifetime, now }: TokenClaims,
): Promise<string> {
  return new SignJWT({ id })
    .setProtectedHeader(HEADER)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime)
    .sign(await importHmacKey(secret));
}

export type Verification =
  | { readonly claims: JWTPayload; readonly failure: null }
  | { readonly claims: null; readonly failure: FailureCode };

/**
 * Verifies a compact JWS with jose, `algorithms: ['HS256']` and the verifying server's clock
 * (`now`, NumericDate seconds). A refusal is returned; an error that is none of jose's is thrown.
 */
export async function verifyToken(
  token: string,
  secret: string | Uint8Array<ArrayBuffer>,
  now: number,
): Promise<Verification> {
  const key = await importHmacKey(secret);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      currentDate: new Date(now * 1000),
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
