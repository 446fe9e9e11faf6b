import type { FailureCode, IdleReason } from '../../sim/outcome.ts';
import type { Settings } from '../../sim/settings.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Trace } from '../../sim/trace.ts';
import type { PerLane } from '../telling.ts';

/** The rules by which a server lets somebody in or refuses; what they say is in the texts. */
export const RULE_IDS = [
  ...([
    'recordOpens',
    'recordStays',
    'noRecord',
    'recordOver',
    'dataInCookie',
    'cookieSeal',
  ] as const),
  ...([
    'tokenOpens',
    'tokenUnlisted',
    'tokenOver',
    'tokenListed',
    'tokenSeal',
    'tokenClaims',
  ] as const),
  ...(['noCookie', 'noToken', 'password', 'userAsked', 'otherSite', 'storeDown'] as const),
  ...(['refresh', 'tooLarge'] as const),
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** The rule by which a request was refused. */
const RULE_OF_FAILURE: Readonly<Record<FailureCode, RuleId>> = {
  wrongPassword: 'password',
  cookieMissing: 'noCookie',
  cookieUnsigned: 'cookieSeal',
  cookieSignatureInvalid: 'cookieSeal',
  dataSignatureInvalid: 'cookieSeal',
  sessionUnknown: 'noRecord',
  sessionAnonymous: 'noRecord',
  sessionExpired: 'recordOver',
  sessionTooOld: 'recordOver',
  tokenMissing: 'noToken',
  tokenMalformed: 'tokenSeal',
  tokenSignatureInvalid: 'tokenSeal',
  tokenAlgorithmNotAllowed: 'tokenSeal',
  tokenUnsupported: 'tokenSeal',
  tokenKeyUnknown: 'tokenSeal',
  tokenClaimsInvalid: 'tokenClaims',
  tokenAudienceWrong: 'tokenClaims',
  tokenIssuerWrong: 'tokenClaims',
  tokenTypeWrong: 'tokenClaims',
  tokenNotYetValid: 'tokenClaims',
  tokenExpired: 'tokenOver',
  tokenRevoked: 'tokenListed',
  tokenOutdated: 'tokenListed',
  refreshMissing: 'refresh',
  refreshUnknown: 'refresh',
  refreshExpired: 'refresh',
  refreshReused: 'refresh',
  userBanned: 'userAsked',
  roleMissing: 'userAsked',
  originForeign: 'otherSite',
  fetchSiteForeign: 'otherSite',
  csrfTokenMissing: 'otherSite',
  csrfTokenWrong: 'otherSite',
  headersTooLarge: 'tooLarge',
  storeFailed: 'storeDown',
  denyListFailed: 'storeDown',
  refreshStoreFailed: 'storeDown',
};

/** Nothing was sent, for want of something to send. */
const EMPTY_HANDED: readonly IdleReason[] = ['nothingStolen', 'nothingHeld', 'scriptCannotRead'];
const RULE_OF_NOTHING: PerLane<RuleId> = { session: 'noCookie', token: 'noToken' };

function toOpening(lane: Strategy, { session, token }: Settings): RuleId {
  if (lane === 'token') {
    const looksUp = token.denyList === true || token.comparesIat === true;
    return looksUp ? 'tokenUnlisted' : 'tokenOpens';
  }
  if (session.dataIn === 'cookie') return 'dataInCookie';
  return session.lifetime === null ? 'recordStays' : 'recordOpens';
}

/**
 * Reads by which rule each lane has decided at a step of a run; `null` where it decided nothing.
 * @throws RangeError for a step that the run does not have.
 */
export function readRules({ scenario, frames }: Trace, step: number): PerLane<RuleId | null> {
  const frame = frames[step];
  if (!frame) throw new RangeError(`no step ${step}`);
  const read = (lane: Strategy): RuleId | null => {
    const { allowed, failure, idle } = frame[lane].outcome;
    if (failure !== null) return RULE_OF_FAILURE[failure];
    if (idle !== null && EMPTY_HANDED.includes(idle)) return RULE_OF_NOTHING[lane];
    return allowed ? toOpening(lane, scenario.settings) : null;
  };
  return { session: read('session'), token: read('token') };
}
