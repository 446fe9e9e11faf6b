import { isDataInCookie } from '../../../sim/cookieSession/storeOnly.ts';
import type { FailureCode } from '../../../sim/outcome.ts';
import type { State } from '../../../sim/state.ts';
import { isUnsent } from '../check/crossOrigin.ts';
import { decodeToken } from '../decodeToken.ts';
import { findToken, isAccessToken, listStolen, readDiscarded, readHeld } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { findResponse, listStoreCalls } from '../traffic.ts';

/** The sessions that a server ended at once. */
export interface EndedSessions {
  /** All of them, the one that asked among them. */
  readonly ended: number;
  /** How many other records the store had to list for it, of whichever user. */
  readonly listed: number;
}

/** What a server did so that no token of the user that is out opens anything. */
export interface EndedTokens {
  /** Refuses tokens with an iat before this one, NumericDate seconds; `null`: it refuses none. */
  readonly since: number | null;
  /** The iat of a token that is out and not before that, as one made in the same second; `null`: there is none. */
  readonly spared: number | null;
  /** Its refresh tokens of the user are removed. */
  readonly refresh: boolean;
}

/** What a change of the password came to. */
export type PasswordChange =
  /** The browser did not send the request. */
  | { readonly type: 'unsent' }
  | { readonly type: 'refused'; readonly failure: FailureCode }
  /** The password is changed, and then the refresh tokens could not be removed. */
  | { readonly type: 'halfDone'; readonly failure: FailureCode }
  | {
      readonly type: 'changed';
      readonly userId: string;
      /** `null`: no session was ended by it. */
      readonly sessions: EndedSessions | null;
      /** `null`: no token was ended by it. */
      readonly tokens: EndedTokens | null;
    };

function readEndedSessions({ lane }: Moment): EndedSessions | null {
  const calls = listStoreCalls(lane);
  const list = calls.find(({ method }) => method === 'all');
  if (!list) return null;
  const ended = calls.filter(({ method }) => method === 'destroy').length;
  return { ended, listed: Number(list.body) };
}

/** Lists the access tokens that a browser holds or has dropped, or that the attacker has. */
const listOut = (state: State): readonly string[] =>
  [
    ...Object.keys(state.clients).flatMap((id) => [
      findToken(state, id)?.value ?? '',
      readDiscarded(state, id) ?? '',
    ]),
    ...listStolen(state),
  ].filter(isAccessToken);

/** Reads the iat of a token that is out and was not made before a second. */
function readSpared(state: State, since: number | null): number | null {
  if (since === null) return null;
  const made = listOut(state).map((token) => Number(decodeToken(token).payload?.iat));
  return made.find((iat) => iat >= since) ?? null;
}

/** Tells whether a token that was let in was made in the very second since which its user's tokens hold. */
export function isOfSameSecond({
  lane: { state, outcome },
  settings,
  strategy,
}: Pick<Moment, 'lane' | 'settings' | 'strategy'>): boolean {
  if (strategy !== 'token' || !settings.token.comparesIat || !outcome.proof) return false;
  const { validSince } = state.users?.[outcome.proof.userId] ?? {};
  return decodeToken(outcome.proof.credential).payload?.iat === validSince;
}

function readEndedTokens({ lane: { state, messages }, settings }: Moment): EndedTokens {
  const { validSince = null } = state.users?.[settings.user.id] ?? {};
  const since = settings.token.comparesIat ? validSince : null;
  return {
    since,
    spared: readSpared(state, since),
    refresh: messages.some(({ kind, method }) => kind === 'store' && method === 'destroy'),
  };
}

/** Tells whether a change of the password ends the logins that are out in a lane; no store, no list of sessions to end. */
export const endsAtPasswordChange = ({
  settings: { session, token },
  strategy,
}: Pick<Moment, 'settings' | 'strategy'>): boolean =>
  strategy === 'session'
    ? session.endAllAtPasswordChange === true && !isDataInCookie(session)
    : token.comparesIat === true;

/** Reads what a change of the password came to. */
export function readPasswordChange(moment: Moment): PasswordChange {
  const { lane, settings, strategy } = moment;
  const { failure } = lane.outcome;
  if (isUnsent(moment)) return { type: 'unsent' };
  if (failure === 'refreshStoreFailed') return { type: 'halfDone', failure };
  if (failure) return { type: 'refused', failure };
  const isSession = strategy === 'session';
  const isEnd = endsAtPasswordChange(moment);
  return {
    type: 'changed',
    userId: settings.user.id,
    sessions: isSession && isEnd ? readEndedSessions(moment) : null,
    tokens: !isSession && isEnd ? readEndedTokens(moment) : null,
  };
}

/** What a logout everywhere came to. */
export type EverywhereLogout =
  /** The browser did not send the request. */
  | { readonly type: 'unsent' }
  | { readonly type: 'refused'; readonly failure: FailureCode }
  /** Who asks is known, but the refresh tokens could not be removed. `since`: earlier tokens are refused all the same. */
  | { readonly type: 'halfDone'; readonly failure: FailureCode; readonly since: number | null }
  | { readonly type: 'nothingHeld' }
  /** Only the client that asked has dropped its token: the server can end no other. */
  | { readonly type: 'here' }
  | { readonly type: 'sessions'; readonly sessions: EndedSessions; readonly userId: string }
  | { readonly type: 'tokens'; readonly tokens: EndedTokens; readonly userId: string };

/** Reads what a logout everywhere came to. */
export function readEverywhereLogout(moment: Moment): EverywhereLogout {
  const { lane, settings } = moment;
  const { failure, idle } = lane.outcome;
  if (isUnsent(moment)) return { type: 'unsent' };
  if (idle !== null) return { type: 'nothingHeld' };
  if (failure === 'refreshStoreFailed')
    return { type: 'halfDone', failure, since: readEndedTokens(moment).since };
  if (failure) return { type: 'refused', failure };
  const userId = settings.user.id;
  const sessions = readEndedSessions(moment);
  if (sessions) return { type: 'sessions', sessions, userId };
  if (findResponse(lane)?.target !== '/logout-everywhere') return { type: 'here' };
  return { type: 'tokens', tokens: readEndedTokens(moment), userId };
}

/** Tells whether a logout everywhere reached more than the browser that asked. */
export const reachesEverywhere = (moment: Moment): boolean =>
  ['sessions', 'tokens'].includes(readEverywhereLogout(moment).type);

/** Tells whether a logout took the credential out of the browser that asked, whatever the server said. */
export function leavesBrowser(moment: Moment): boolean {
  const { before } = moment;
  const held = before === null ? null : readHeld({ ...moment, lane: before });
  return held !== null && readHeld(moment) === null;
}
