import { readCookieRefusal } from '../../../sim/client/cookieRefusal.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { parseCookie } from '../../../sim/client/jar.ts';
import { isSameCookie } from '../../../sim/client/site.ts';
import type { Message } from '../../../sim/message.ts';
import type { Moment } from '../moment.ts';
import { findResponse } from '../traffic.ts';
import { listCredentialCookies } from './held.ts';

/** An answer that would delete the credential's cookie, and deletes none. */
export interface MissedClearing {
  readonly cookie: StoredCookie;
  /** Domain of the cookie that the answer would delete; `null`: it names none. */
  readonly domain: string | null;
  /** `prefix`: the browser refuses the answer's cookie by its name; `other`: for another reason. */
  readonly why: 'domain' | 'prefix' | 'other';
}

const isOfDomain = (one: StoredCookie, other: StoredCookie | null) =>
  one.domain === other?.domain && one.hostOnly === other.hostOnly;

/** Returns the answer that would delete the credential's cookie, if a step has one. */
function findClearing({ lane, strategy }: Moment): Message | undefined {
  const answer = findResponse(lane);
  const clears = answer?.carries.some(
    (one) => one.what === strategy && one.in === 'Set-Cookie' && one.value === null,
  );
  return clears ? answer : undefined;
}

/** Lists the credential's cookies that a browser had before a step, and those that are left. */
function listHeldAndLeft({ lane, before, strategy, browser }: Moment) {
  return [(before ?? lane).state, lane.state].map((state) =>
    listCredentialCookies(strategy, state, browser),
  ) as [held: readonly StoredCookie[], left: readonly StoredCookie[]];
}

/** Reads whether a browser keeps the cookie that an answer would delete, and why; `null` where it keeps none. */
export function readMissedClearing(moment: Moment): MissedClearing | null {
  const { lane, settings } = moment;
  const answer = findClearing(moment);
  if (!answer) return null;
  const [held, left] = listHeldAndLeft(moment);
  const [cookie] = held;
  const staysAll = held.every((one) => left.some((other) => isSameCookie(one, other)));
  if (cookie === undefined || !staysAll) return null;
  const [, header = ''] = answer.headers.find(([name]) => name === 'Set-Cookie') ?? [];
  const domain = /; Domain=([^;]+)/.exec(header)?.[1] ?? null;
  if (readCookieRefusal(header, settings.origin) === 'cookieBreaksPrefix')
    return { cookie, domain, why: 'prefix' };
  const meant = parseCookie(header, settings.origin, lane.state.clock);
  return { cookie, domain, why: isOfDomain(cookie, meant) ? 'other' : 'domain' };
}

/** Tells whether a browser keeps the cookie that an answer would delete. */
export const missesClearing = (moment: Moment): boolean => readMissedClearing(moment) !== null;

/** Tells whether a browser deletes a cookie as an answer says, and keeps another of that name. */
export function keepsAnother(moment: Moment): boolean {
  const [held, left] = listHeldAndLeft(moment);
  return findClearing(moment) !== undefined && left.length > 0 && left.length < held.length;
}

/** Tells whether a browser has a token's cookie after an answer that would delete it: that one, or another. */
export const keepsTokenCookie = (moment: Moment): boolean =>
  moment.strategy === 'token' && (missesClearing(moment) || keepsAnother(moment));
