import { errors } from 'jose';
import { expect, test } from 'vitest';
import { toFailureCode } from '../../../src/sim/token/verify/failure.ts';

const payload = {};

test.each([
  [new errors.JWSInvalid(), 'tokenMalformed'],
  [new errors.JWTInvalid(), 'tokenClaimsInvalid'],
  [new errors.JWTClaimValidationFailed('x', payload), 'tokenClaimsInvalid'],
  [new errors.JWTClaimValidationFailed('x', payload, 'aud', 'check_failed'), 'tokenAudienceWrong'],
  [new errors.JWTClaimValidationFailed('x', payload, 'aud', 'missing'), 'tokenAudienceWrong'],
  [new errors.JWTClaimValidationFailed('x', payload, 'iss', 'check_failed'), 'tokenIssuerWrong'],
  [new errors.JWTClaimValidationFailed('x', payload, 'nbf', 'check_failed'), 'tokenNotYetValid'],
  [new errors.JWTClaimValidationFailed('x', payload, 'nbf', 'invalid'), 'tokenClaimsInvalid'],
  [new errors.JWTClaimValidationFailed('x', payload, 'exp', 'invalid'), 'tokenClaimsInvalid'],
  [new errors.JWTClaimValidationFailed('x', payload, 'iat', 'check_failed'), 'tokenClaimsInvalid'],
  [new errors.JWTClaimValidationFailed('x', payload, 'typ', 'check_failed'), 'tokenTypeWrong'],
  [new errors.JWSSignatureVerificationFailed(), 'tokenSignatureInvalid'],
  [new errors.JOSEAlgNotAllowed(), 'tokenAlgorithmNotAllowed'],
  [new errors.JOSENotSupported(), 'tokenUnsupported'],
  [new errors.JWTExpired('x', payload), 'tokenExpired'],
  [new errors.JWKSNoMatchingKey(), 'tokenKeyUnknown'],
])('%s is %s', (error, code) => {
  expect(toFailureCode(error)).toBe(code);
});

class JOSEErrorOfTomorrow extends errors.JOSEError {
  override readonly code = 'ERR_OF_TOMORROW';
}

test.each([
  new errors.JOSEError('bare'),
  new JOSEErrorOfTomorrow('unknown'),
  new errors.JWKSTimeout(),
  new errors.JWKSMultipleMatchingKeys(),
  new errors.JWKSInvalid(),
  new errors.JWKInvalid(),
  new errors.JWEInvalid(),
  new errors.JWEDecryptionFailed(),
  new TypeError('not jose’s'),
  Object.assign(new Error('an imitation'), { code: 'ERR_JWT_EXPIRED' }),
  'a text',
  undefined,
])('%s is thrown on', (error) => {
  let thrown: unknown = 'nothing';
  try {
    toFailureCode(error);
  } catch (caught) {
    thrown = caught;
  }
  expect(thrown).toBe(error);
});
