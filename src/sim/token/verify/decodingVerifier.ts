import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Verification } from '../jwt/jwt.ts';

/** Three parts of base64url, the last one of which may be empty. @see RFC 7515 section 3.1 */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Reads a token in the place where it is to be verified, and checks nothing: neither signature nor
 * algorithm, neither exp and nbf nor aud, iss and typ. A text that is no JWT is refused all the same.
 * Deliberately wrong, for a demonstration. @see jsonwebtoken, `jwt.decode`
 */
export function decodeOnly(token: string): Verification {
  if (!COMPACT.test(token)) return { claims: null, failure: 'tokenMalformed' };
  try {
    // Throws for a header that is none, as jsonwebtoken's decode finds nothing then.
    decodeProtectedHeader(token);
    return { claims: decodeJwt(token), failure: null };
  } catch {
    return { claims: null, failure: 'tokenMalformed' };
  }
}
