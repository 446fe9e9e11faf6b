import type { LaneFrame } from '../../sim/trace.ts';
import { decodeToken } from '../decodeToken.ts';
import { findCookie, findToken, readSid, toRecords } from '../facts.ts';
import { formatCount, formatDate, formatTime } from '../format.ts';
import { say } from '../richText.ts';
import type { Amendment } from './amendment.ts';
import { sayCopyOf } from './copy.ts';
import { countDenied, countRefreshTokens } from './parties.ts';

/** A moment, with its date when that is not the day on which the credential was made. */
function formatMoment({ state: { clock } }: LaneFrame, from: number | null): string {
  return from === null || clock - from < 86_400 ? formatTime(clock) : formatDate(clock);
}

/** Tells what a wait did to cookie and record. */
export const sayWaitSession: Amendment = (lane) => {
  const { state } = lane;
  const records = toRecords(lane);
  const cookie = findCookie(lane);
  const known = cookie?.value ?? state.clients.client?.discarded;
  const own = records.find(([sid]) => known && sid === readSid(known));
  const first = own ?? records.at(-1);
  const which = own || records.length === 1 ? 'record' : 'newest record';
  const expires = first?.[1].cookie.expires ?? null;
  const seconds = expires === null ? null : Date.parse(expires) / 1000;
  const now = say`The clock stands at ${formatMoment(lane, cookie?.created ?? seconds)}. `;
  const jar = cookie
    ? cookie.expires === null
      ? ['The browser’s cookie has no date and stays until the browser closes. ']
      : say`The browser keeps its cookie until ${formatTime(cookie.expires)}. `
    : lane.outcome.lapsed
      ? ['The browser has dropped its cookie, whose date has passed. ']
      : ['The jar is empty. '];
  const store = !first
    ? ['The store holds no records.']
    : seconds === null
      ? [`The ${which} in the store has no end${cookie ? ' either' : ''}.`]
      : seconds > state.clock
        ? [`The ${which} in the store is good until `, { code: formatTime(seconds) }, '.']
        : [`The time of the ${which} in the store is over; it goes when somebody asks for it.`];
  return [...now, ...jar, ...store, ...sayCopyOf('session', lane)];
};

/** Tells what a wait did to the token. */
export const sayWaitToken: Amendment = (lane) => {
  const { state } = lane;
  const token = findToken(lane);
  const claims = token ? decodeToken(token.value).payload : null;
  const exp = typeof claims?.exp === 'number' ? claims.exp : null;
  const iat = typeof claims?.iat === 'number' ? claims.iat : null;
  const now = say`The clock stands at ${formatMoment(lane, iat ?? state.clock)}. `;
  const held = !token
    ? ['The client holds no token.']
    : exp === null
      ? ['The client’s token names no end.']
      : exp > state.clock
        ? say`The client’s token is good until ${formatTime(exp)}; nothing moves that.`
        : ['The client still holds its token, but exp has passed.'];
  return [...now, ...held, ...sayCopyOf('token', lane)];
};

/** Tells what is left of the token at the end. */
export const sayEndToken: Amendment = (lane) => {
  const token = findToken(lane);
  const [denied, refresh] = [countDenied(lane), countRefreshTokens(lane)];
  const never = lane.state.clients.client?.discarded === null && !token;
  if (denied === null && refresh === null && !never) return null;
  const client = token ? 'The client still has its token. ' : 'The client holds no token. ';
  const kept = [
    denied === null ? [] : [`${denied} jti on its deny-list`],
    refresh === null ? [] : [formatCount(refresh, 'usable refresh token')],
  ].flat();
  const server =
    kept.length === 0
      ? say`The server holds ${formatCount(toRecords(lane).length, 'record')}, as it did all along.`
      : say`The server keeps ${kept.join(' and ')}: state after all.`;
  return [client, ...server, ...sayCopyOf('token', lane)];
};
