import type { FailureCode } from '../../../sim/outcome.ts';
import type { Defence, HoldingReason } from '../../read/outcome/defence.ts';
import { FAILURE_CELLS } from './failures.ts';

/** Refusals that are named by what held, where the usual words name what was wrong. */
const HELD_BY: Readonly<Partial<Record<FailureCode, string>>> = {
  wrongPassword: 'password',
  cookieUnsigned: 'cookie’s signature',
  cookieSignatureInvalid: 'cookie’s signature',
  tokenSignatureInvalid: 'signature',
  tokenAudienceWrong: 'aud check',
  tokenIssuerWrong: 'iss check',
  tokenTypeWrong: 'typ check',
  tokenExpired: 'exp has passed',
  tokenAlgorithmNotAllowed: 'list of algorithms',
  tokenRevoked: 'deny-list',
  tokenOutdated: 'iat check',
  roleMissing: 'role check',
  refreshUnknown: 'refresh token revoked',
  refreshReused: 'reuse is noticed',
  originForeign: 'Origin check',
  fetchSiteForeign: 'Sec-Fetch-Site check',
};

/** What cannot be done to a credential, or what a browser does not go along with. */
const REASONS: Readonly<Record<HoldingReason, string>> = {
  cookieHasNoPayload: 'no payload to change',
  tokenHasNoSid: 'no session ID in it',
  cookieHasOneAlgorithm: 'no alg in a cookie',
  noCookieToPlant: 'no cookie before login',
  nothingToPlant: 'token not attached',
  noTokenToPlant: 'no token before login',
  plantBehindHttpOnly: 'HttpOnly',
  plantWithoutSubdomains: 'no Domain to set',
  plantBehindSecure: 'Secure',
  plantBehindPrefix: 'prefix of the name',
  preflightRefused: 'preflight refused',
};

const RULES = { lax: 'SameSite=Lax', strict: 'SameSite=Strict' } as const;

/** Names what kept somebody out, in a few words after "Held: ". */
export function sayDefence(defence: Defence): string {
  switch (defence.type) {
    case 'refusal':
      return HELD_BY[defence.failure] ?? FAILURE_CELLS[defence.failure];
    case 'destroyed':
      return defence.atLogin ? 'new ID at login' : 'record destroyed';
    case 'sameSite':
      return defence.rule === 'lax' || defence.rule === 'strict'
        ? RULES[defence.rule]
        : 'Lax in Chromium';
    case 'thirdPartyBlocked':
      return 'third-party blocked';
    case 'notAttached':
      return 'token not attached';
    case 'httpOnly':
      return 'HttpOnly';
    case 'variable':
      return 'not in storage';
    case 'idle':
      return REASONS[defence.reason];
  }
}
