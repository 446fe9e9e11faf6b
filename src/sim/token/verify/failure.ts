import { errors } from 'jose';
import type { FailureCode } from '../../outcome.ts';

/** Which claim is not as required; a date that is to come is told from one that is none. */
function toClaimFailure({ claim, reason }: errors.JWTClaimValidationFailed): FailureCode {
  if (claim === 'aud') return 'tokenAudienceWrong';
  if (claim === 'iss') return 'tokenIssuerWrong';
  if (claim === 'typ') return 'tokenTypeWrong';
  return claim === 'nbf' && reason === 'check_failed' ? 'tokenNotYetValid' : 'tokenClaimsInvalid';
}

/**
 * Maps an error that jose threw while verifying to a failure code, by its stable `code`.
 * @throws the error itself when it is not one of jose's verdicts on a token.
 */
export function toFailureCode(error: unknown): FailureCode {
  if (!(error instanceof errors.JOSEError)) throw error;
  if (error instanceof errors.JWTClaimValidationFailed) return toClaimFailure(error);
  switch ((error as errors.AnyJOSEError).code) {
    case 'ERR_JWS_INVALID':
      return 'tokenMalformed';
    case 'ERR_JWT_INVALID':
      return 'tokenClaimsInvalid';
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
      return 'tokenSignatureInvalid';
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return 'tokenAlgorithmNotAllowed';
    case 'ERR_JOSE_NOT_SUPPORTED':
      return 'tokenUnsupported';
    case 'ERR_JWT_EXPIRED':
      return 'tokenExpired';
    case 'ERR_JWKS_NO_MATCHING_KEY':
      return 'tokenKeyUnknown';
    // Verdicts on encryption and key sets are among these, which an HS256 verifier never gives.
    default:
      throw error;
  }
}
