import { fromBase64 } from '../../../sim/bytes/base64.ts';
import { CryptoUnavailableError } from '../../../sim/bytes/hmac.ts';
import type { FailureCode } from '../../../sim/outcome.ts';
import { HMAC_ALGORITHMS } from '../../../sim/settings.ts';
import { verifyToken } from '../../../sim/token/jwt/jwt.ts';
import { type Key, toBytes } from './hmac.ts';
import { askJsonwebtoken, isPem, type LibraryAnswer } from './jsonwebtoken.ts';

/** How a secret is written down. */
export type SecretForm = 'text' | 'base64';

/** Why the two libraries do not agree. */
export type Disagreement = 'lastLetter' | 'pem' | 'critical' | 'claims' | 'strict' | 'unknown';

export interface TokenVerdict {
  /** `expired` and `notYet` are signed right. */
  readonly result: 'valid' | 'expired' | 'notYet' | 'invalid';
  /** The check that jose found wrong; `null` where it found none. */
  readonly failure: FailureCode | null;
  readonly jsonwebtoken: LibraryAnswer;
  /** `null` where both let it in, or neither. */
  readonly disagreement: Disagreement | null;
}

/** Why nothing could be verified. */
export type NoVerdict = 'noSecret' | 'noBase64' | 'noCrypto';

/** Reads a secret as bytes where it stands for some; `null` where it does not. */
export function toKey(secret: string, form: SecretForm): Key | null {
  if (form === 'text') return secret;
  const bytes = fromBase64(secret.replace(/\s/g, ''));
  return bytes === null || bytes.length === 0 ? null : Uint8Array.from(bytes);
}

function toResult(failure: FailureCode | null): TokenVerdict['result'] {
  if (failure === null) return 'valid';
  if (failure === 'tokenExpired') return 'expired';
  return failure === 'tokenNotYetValid' ? 'notYet' : 'invalid';
}

function readDisagreement(
  failure: FailureCode | null,
  answer: LibraryAnswer,
  key: Key,
): Disagreement | null {
  const isIn = failure === null;
  if (isIn === (answer === 'valid')) return null;
  if (isPem(key)) return 'pem';
  if (isIn) return answer === 'signature' ? 'lastLetter' : 'unknown';
  if (failure === 'tokenUnsupported') return 'critical';
  if (failure === 'tokenClaimsInvalid') return 'claims';
  return failure === 'tokenMalformed' ? 'strict' : 'unknown';
}

/**
 * Verifies a token by HMAC with jose, as the engine's server does, at `now` in NumericDate seconds; and
 * says what jsonwebtoken answers. The secret is kept nowhere.
 */
export async function judgeToken(
  token: string,
  secret: string,
  form: SecretForm,
  now: number,
): Promise<TokenVerdict | NoVerdict> {
  if (secret === '') return 'noSecret';
  const key = toKey(secret, form);
  if (key === null) return 'noBase64';
  try {
    const { failure } = await verifyToken(token, toBytes(key), now, {
      algorithms: HMAC_ALGORITHMS,
    });
    const jsonwebtoken = await askJsonwebtoken(token, key, now);
    const disagreement = readDisagreement(failure, jsonwebtoken, key);
    return { result: toResult(failure), failure, jsonwebtoken, disagreement };
  } catch (error) {
    if (error instanceof CryptoUnavailableError) return 'noCrypto';
    throw error;
  }
}
