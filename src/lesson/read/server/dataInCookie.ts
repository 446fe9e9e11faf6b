import type { JsonObject } from '../../../sim/bytes/json.ts';
import { decodeData } from '../../../sim/cookieSession/data.ts';
import { splitPair } from '../../../sim/cookieSession/pair.ts';
import { isDataInCookie } from '../../../sim/cookieSession/storeOnly.ts';
import type { FailureCode } from '../../../sim/outcome.ts';
import { readTarget } from '../check/wholeRequest.ts';
import type { Moment } from '../moment.ts';
import { findResponse } from '../traffic.ts';

export { isDataInCookie };

/** Tells whether a moment is of a session whose data is in its cookie. */
export const isCookieSession = ({ strategy, settings }: Moment): boolean =>
  strategy === 'session' && isDataInCookie(settings.session);

/** What a login has written into the data. */
export interface CreatedData {
  /** As it stands in the cookie. */
  readonly value: string;
  readonly userId: string;
  readonly data: JsonObject;
}

/** Reads the data that a login made; `null`: it made none. */
export function readCreatedData({ lane: { outcome } }: Moment): CreatedData | null {
  const { proof } = outcome;
  if (!proof) return null;
  const { data: value } = splitPair(proof.credential);
  return { value, userId: proof.userId, data: decodeData(value) ?? {} };
}

/** How a server without a store came to its decision. */
export type DataCheck =
  /** Node.js answered before anybody looked. */
  | { readonly type: 'unread'; readonly failure: FailureCode }
  /** There is no data that somebody vouches for. */
  | { readonly type: 'refused'; readonly failure: FailureCode }
  /** The data is the server's own, and that is not enough. */
  | { readonly type: 'notEnough'; readonly failure: FailureCode }
  | { readonly type: 'believed'; readonly userId: string; readonly data: JsonObject };

const UNPROVEN: ReadonlySet<FailureCode> = new Set([
  'cookieMissing',
  'cookieUnsigned',
  'dataSignatureInvalid',
  'sessionAnonymous',
]);

/** Reads how a server without a store came to its decision; `null` where it decided nothing. */
export function readDataCheck({ lane: { outcome } }: Moment): DataCheck | null {
  const { failure, proof } = outcome;
  if (failure === 'headersTooLarge') return { type: 'unread', failure };
  if (failure) return { type: UNPROVEN.has(failure) ? 'refused' : 'notEnough', failure };
  if (!proof) return null;
  const { data } = splitPair(proof.credential);
  return { type: 'believed', userId: proof.userId, data: decodeData(data) ?? {} };
}

/** What a server did to the signature alone: made it anew with its first key, or took a wrong one away. */
export function readSignatureChange({ lane }: Moment): 'anew' | 'away' | null {
  const fields = findResponse(lane)?.headers.filter(([name]) => name === 'Set-Cookie') ?? [];
  const [only, ...more] = fields.map(([, value]) => value);
  if (only === undefined || more.length > 0 || !only.startsWith('session.sig=')) return null;
  return only.startsWith('session.sig=;') ? 'away' : 'anew';
}

/** Reads the role in the data that lets a user in to a page of administrators; `null` elsewhere. */
export function readRoleInData(moment: Moment): string | null {
  const check = readDataCheck(moment);
  const role = check?.type === 'believed' ? check.data.role : undefined;
  return typeof role === 'string' && readTarget(moment) === '/admin' ? role : null;
}
