import { decodeProtectedHeader, UnsecuredJWT } from 'jose';
import type { HmacAlgorithm } from '../../settings.ts';
import { HMAC_ALGORITHMS } from '../../settings.ts';
import type { Rules, Secret, Verification } from '../jwt/jwt.ts';
import { verifyToken } from '../jwt/jwt.ts';
import { toFailureCode } from './failure.ts';

function readAlgorithm(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

/** Takes an unsigned token at its word; what it claims is looked at all the same. */
function believe(token: string, now: number, { audience, issuer, typ }: Rules): Verification {
  try {
    const { payload } = UnsecuredJWT.decode(token, {
      currentDate: new Date(now * 1000),
      ...(audience !== undefined && { audience }),
      ...(issuer !== undefined && { issuer }),
      ...(typ !== undefined && { typ }),
    });
    return { claims: payload, failure: null };
  } catch (error) {
    return { claims: null, failure: toFailureCode(error) };
  }
}

/**
 * Verifies a token in the way that must not be: it lets the token's own header say how, `alg: none`
 * included. Deliberately naive, for a demonstration that is labelled so; no library of today does
 * this by itself. @see RFC 8725 section 2.1
 */
export async function verifyNaively(
  token: string,
  secret: Secret,
  now: number,
  rules: Pick<Rules, 'audience' | 'issuer' | 'typ' | 'onCheck'> = {},
): Promise<Verification> {
  const alg = readAlgorithm(token);
  if (alg === 'none') return believe(token, now, rules);
  const known = HMAC_ALGORITHMS.find((one) => one === alg) satisfies HmacAlgorithm | undefined;
  return verifyToken(token, secret, now, { ...rules, ...(known && { algorithms: [known] }) });
}
