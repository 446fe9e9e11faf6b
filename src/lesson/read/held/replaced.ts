import { isSameCookie } from '../../../sim/client/site.ts';
import type { State } from '../../../sim/state.ts';
import { readCarried } from '../carried.ts';
import { decodeToken } from '../decodeToken.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import { findResponse } from '../traffic.ts';
import { listCredentialCookies, listSessionCookies, listStolen } from './held.ts';

/** A session's cookie, and whose session it opens; `null`: nobody's. */
export interface OwnedCookie {
  readonly sid: string;
  readonly userId: string | null;
}

/** What an answer did to the session's cookie that a browser had: another one is in its place. */
export interface ReplacedCookie {
  readonly was: OwnedCookie;
  readonly is: OwnedCookie;
  /** A user is logged in to the session that the browser lost, and nobody to the one that it got. */
  readonly losesUser: boolean;
}

function toOwned(cookie: string, state: State): OwnedCookie {
  const sid = toSid(cookie);
  const record = listRecords(state).find(([id]) => id === sid)?.[1];
  return { sid, userId: record?.userId ?? null };
}

/** Reads whether the cookie in a browser's jar has made way for one of another session in this step; `null` where not. */
export function readReplaced({ lane, before, strategy, browser }: Moment): ReplacedCookie | null {
  if (strategy !== 'session' || !before) return null;
  const held = listSessionCookies(lane.state, browser);
  for (const old of listSessionCookies(before.state, browser)) {
    const now = held.find((one) => isSameCookie(one, old));
    if (!now) continue;
    const [was, is] = [toOwned(old.value, lane.state), toOwned(now.value, lane.state)];
    if (was.sid !== is.sid)
      return { was, is, losesUser: was.userId !== null && is.userId === null };
  }
  return null;
}

/** True when a login leaves two cookies of one name in the jar, none planted by an attacker. */
export function isBeside({ lane, before, strategy, browser }: Moment): boolean {
  if (!before) return false;
  const held = listCredentialCookies(strategy, lane.state, browser);
  const old = listCredentialCookies(strategy, before.state, browser);
  const stolen = listStolen(lane.state);
  if (held.length <= old.length || held.some(({ value }) => stolen.includes(value))) return false;
  return old.some((one) => held.some((other) => isSameCookie(one, other)));
}

/** Reads what a planted cookie did to the one by which the user is logged in; `null`: the user is not. */
export function readPlantedOn({
  lane,
  before,
  strategy,
  browser,
}: Moment): 'beside' | 'inItsPlace' | null {
  if (!before) return null;
  const isUsers = (value: string) =>
    strategy === 'session'
      ? toOwned(value, before.state).userId !== null
      : decodeToken(value).payload?.id !== undefined;
  const held = listCredentialCookies(strategy, before.state, browser);
  const users = held.filter(({ value }) => isUsers(value));
  if (users.length === 0) return null;
  const left = listCredentialCookies(strategy, lane.state, browser);
  const stays = users.some((one) => left.some(({ value }) => value === one.value));
  return stays ? 'beside' : 'inItsPlace';
}

/** Visits by a browser; a program's answers reach no cookie jar. */
const OF_BROWSER = /^(request|crossSite|ride)\.(respond|whole)$/;

/** A session's cookie that an answer to a visit has set, and whether the browser took it. */
export interface GivenCookie extends OwnedCookie {
  readonly isTaken: boolean;
  /** The browser had a cookie of this session already. */
  readonly isKnown: boolean;
}

/** Reads the session's cookie that the answer to a visit by a browser has set; `null` for none. */
export function readGivenCookie(moment: Moment): GivenCookie | null {
  const { lane, before, strategy, kind, browser } = moment;
  if (strategy !== 'session' || !OF_BROWSER.test(kind)) return null;
  const given = readCarried(findResponse(lane), strategy);
  if (!given) return null;
  const held = listSessionCookies(lane.state, browser);
  const old = before ? listSessionCookies(before.state, browser) : [];
  const owned = toOwned(given.value, lane.state);
  return {
    ...owned,
    isTaken: held.some(({ value }) => value === given.value),
    isKnown: old.some(({ value }) => toSid(value) === owned.sid),
  };
}
