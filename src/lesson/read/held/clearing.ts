import { readCookieRefusal } from '../../../sim/client/cookieRefusal.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { parseCookie } from '../../../sim/client/jar.ts';
import { isSameCookie } from '../../../sim/client/site.ts';
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

/** Reads whether a browser keeps the cookie that an answer would delete, and why; `null` where it keeps none. */
export function readMissedClearing({
  lane,
  before,
  strategy,
  browser,
  settings,
}: Moment): MissedClearing | null {
  const answer = findResponse(lane);
  const clears = answer?.carries.some(
    (one) => one.what === strategy && one.in === 'Set-Cookie' && one.value === null,
  );
  if (!before || !answer || !clears) return null;
  const left = listCredentialCookies(strategy, lane.state, browser);
  const held = listCredentialCookies(strategy, before.state, browser);
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
