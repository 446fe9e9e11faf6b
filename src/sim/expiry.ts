import type { ActionOf } from './action.ts';
import { CLIENT, SERVER } from './actors.ts';
import { listCookies, readCookie } from './client/client.ts';
import { DATA_COOKIE } from './cookieSession/pair.ts';
import type { Frame } from './frame.ts';
import { readEnd } from './session/absoluteEnd.ts';
import { readSid } from './session/cookieSignature.ts';
import { readCookieName } from './session/setCookie.ts';
import { peekRecord } from './session/store.ts';
import type { State } from './state.ts';
import { getClient, getServer, readClock, readStolen } from './state.ts';
import { readTokenCookieName } from './token/client/cookieName.ts';
import { readHeldToken } from './token/client/tokenStorage.ts';
import { isAccessToken } from './token/jwt/accessToken.ts';
import { readExpiry } from './token/jwt/jwt.ts';

/** What expires, and how long it has left. */
export type Expiring = NonNullable<ActionOf<'wait'>['until']>;

function findTokenEnd({ token: { state } }: Frame): number | null {
  const client = getClient(state, CLIENT);
  const stolen = readStolen(state).findLast(isAccessToken);
  const known = readHeldToken(state, CLIENT) ?? client.discarded ?? stolen;
  const exp = known ? readExpiry(known) : null;
  if (exp === null) return null;
  // A leeway changes nothing about when a token expires, only what a server makes of it.
  return exp - (readClock(state, SERVER) - state.clock);
}

function findRecordEnd({ session: { state } }: Frame): number | null {
  const client = getClient(state, CLIENT);
  const held = readCookie(client, readCookieName(state));
  const known = held ?? client.discarded ?? readStolen(state).at(-1);
  const { store } = getServer(state, SERVER);
  const record = known && store !== null ? peekRecord(state, store, readSid(known)) : null;
  const end = record && readEnd(record);
  if (end === null) return null;
  const ahead = readClock(state, SERVER) - state.clock;
  return Math.ceil(end) - ahead;
}

function findCookieEnd({ session, token }: Frame): number | null {
  const find = (state: State, name: string) =>
    listCookies(getClient(state, CLIENT).jar, name).find(({ expires }) => expires !== null)
      ?.expires ?? null;
  return (
    find(session.state, readCookieName(session.state)) ??
    find(session.state, DATA_COOKIE) ??
    find(token.state, readTokenCookieName(token.state))
  );
}

/**
 * Returns the seconds until something of the client's expires, on the true clock: its token (or the
 * copy of it that is left), the store's record, the browser's cookie. 0 when it is over; `null` when
 * there is none, or it has no end.
 */
export function readTimeLeft(frame: Frame, what: Expiring): number | null {
  const find = { token: findTokenEnd, record: findRecordEnd, cookie: findCookieEnd }[what];
  const end = find(frame);
  return end === null ? null : Math.max(0, Math.ceil(end - frame.session.state.clock));
}

/** Turns "wait until" into the seconds that both lanes wait; what has no end is not waited for. */
export function toSeconds({ seconds = 0, until }: ActionOf<'wait'>, frame: Frame): number {
  return until === undefined ? seconds : (readTimeLeft(frame, until) ?? 0);
}
