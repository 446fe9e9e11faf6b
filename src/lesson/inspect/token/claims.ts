import type { JsonMembers, ReadToken } from './readToken.ts';

export const TIME_CLAIMS = ['iat', 'nbf', 'exp', 'auth_time'] as const;
export type TimeClaim = (typeof TIME_CLAIMS)[number];

/** A time in a payload, held against a clock. */
export interface ClaimTime {
  readonly claim: TimeClaim;
  /** As it stands there. */
  readonly value: unknown;
  /** NumericDate seconds; `null` for what is no number, or no date. */
  readonly seconds: number | null;
  /** It is so large that it is milliseconds. */
  readonly isMilliseconds: boolean;
}

/** What is worth knowing of a token, whether its signature fits or not. */
export type TokenRemark =
  | 'noExp'
  | 'algNone'
  | 'algPublicKey'
  | 'secretInPayload'
  | 'longLife'
  | 'expBeforeIat';

/** The year 5138: seconds do not get there, milliseconds of our days do. */
const MILLISECONDS_FROM = 100_000_000_000;
const LAST_DATE = 8_640_000_000_000;
const YEAR = 31_536_000;
const SECRET = /^(password|passwd|pwd|passwordhash|password_hash|hash|secret|salt|creditcard)$/i;

/** Lists the times of a payload in the order in which they come. @see RFC 7519 section 4.1 */
export const listTimes = (payload: JsonMembers): readonly ClaimTime[] =>
  TIME_CLAIMS.filter((claim) => Object.hasOwn(payload, claim)).map((claim) => {
    const value = payload[claim];
    const isDate = typeof value === 'number' && Math.abs(value) <= LAST_DATE;
    const isMilliseconds = isDate && value >= MILLISECONDS_FROM;
    return { claim, value, seconds: isDate ? value : null, isMilliseconds };
  });

const readNumber = (payload: JsonMembers, name: string): number | null => {
  const value = Object.hasOwn(payload, name) ? payload[name] : null;
  return typeof value === 'number' ? value : null;
};

/** Lists what is unusual about a token that was read. */
export function listTokenRemarks({ header, payload }: ReadToken): readonly TokenRemark[] {
  const alg = header.json?.alg;
  const claims = payload?.json ?? null;
  const [exp, iat] = claims ? [readNumber(claims, 'exp'), readNumber(claims, 'iat')] : [null, null];
  const life = exp !== null && iat !== null ? exp - iat : null;
  return [
    ...(typeof alg === 'string' && alg.toLowerCase() === 'none' ? (['algNone'] as const) : []),
    ...(typeof alg === 'string' && /^(RS|PS|ES|Ed)/.test(alg) ? (['algPublicKey'] as const) : []),
    ...(claims && !Object.hasOwn(claims, 'exp') ? (['noExp'] as const) : []),
    ...(life !== null && life > YEAR ? (['longLife'] as const) : []),
    ...(life !== null && life <= 0 ? (['expBeforeIat'] as const) : []),
    ...(claims && Object.keys(claims).some((name) => SECRET.test(name))
      ? (['secretInPayload'] as const)
      : []),
  ];
}
