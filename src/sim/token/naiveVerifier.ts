import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { HmacAlgorithm } from '../settings.ts';
import { HMAC_ALGORITHMS } from '../settings.ts';
import type { Secret, Verification } from './jwt.ts';
import { verifyToken } from './jwt.ts';

function readAlgorithm(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
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
  onCheck?: () => void,
): Promise<Verification> {
  const alg = readAlgorithm(token);
  if (alg === 'none') {
    try {
      const claims = decodeJwt(token);
      const { exp } = claims;
      if (exp !== undefined && exp <= now) return { claims: null, failure: 'tokenExpired' };
      return { claims, failure: null };
    } catch {
      return { claims: null, failure: 'tokenMalformed' };
    }
  }
  const known = HMAC_ALGORITHMS.find((one) => one === alg) satisfies HmacAlgorithm | undefined;
  return verifyToken(token, secret, now, { onCheck, ...(known && { algorithms: [known] }) });
}
