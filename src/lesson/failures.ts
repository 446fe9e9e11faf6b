import type { FailureCode } from '../sim/outcome.ts';

/** Says why something was refused, as the end of a sentence. */
export const FAILURE_WORDS: Readonly<Record<FailureCode, string>> = {
  wrongPassword: 'the password does not match',
  cookieMissing: 'the request carries no session cookie',
  cookieUnsigned: 'the cookie carries no signature',
  cookieSignatureInvalid: 'the cookie’s signature does not match its session ID',
  sessionUnknown: 'the store has no record under that session ID',
  sessionExpired: 'the record’s time is over',
  sessionAnonymous: 'the session belongs to nobody',
  tokenMissing: 'the request carries no Authorization header',
  tokenMalformed: 'it is no compact JWS of three parts',
  tokenClaimsInvalid: 'a claim is not as required',
  tokenSignatureInvalid: 'the signature does not match header and payload',
  tokenAlgorithmNotAllowed: 'its algorithm is not on the server’s list',
  tokenUnsupported: 'it demands an extension that the server does not know',
  tokenExpired: 'its exp has passed',
};
