import { REFRESH_KEY } from '../../../sim/client/client.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { RefreshRecord } from '../../../sim/state.ts';
import type { Moment } from '../moment.ts';
import type { TokenPlace } from './held.ts';
import { findToken, listCredentialCookies, listSessionCookies } from './held.ts';
import { findRefreshCookie } from './refreshCookie.ts';
import { readTradeEnd } from './renewal.ts';

/** A credential that a browser keeps. */
export type HeldCredential =
  | { readonly what: 'cookie'; readonly value: string; readonly cookie: StoredCookie }
  | {
      readonly what: 'token';
      readonly value: string;
      readonly place: TokenPlace;
      /** Its cookie, where it is one of several of that name. */
      readonly cookie?: StoredCookie;
    }
  | {
      readonly what: 'refreshToken';
      readonly value: string;
      /** The path of its cookie, or where the page's code keeps it. */
      readonly place: { readonly path: string } | Exclude<TokenPlace, 'cookie'>;
    };

function findRefreshToken(moment: Moment, browser: string): HeldCredential | null {
  const cookie = findRefreshCookie(moment, browser);
  if (cookie) return { what: 'refreshToken', value: cookie.value, place: { path: cookie.path } };
  const { memory = {}, localStorage = {} } = moment.lane.state.clients[browser]?.storage ?? {};
  const value = memory[REFRESH_KEY] ?? localStorage[REFRESH_KEY];
  if (!value) return null;
  return { what: 'refreshToken', value, place: memory[REFRESH_KEY] ? 'memory' : 'localStorage' };
}

function listTokens({ lane: { state } }: Moment, browser: string): readonly HeldCredential[] {
  const cookies = listCredentialCookies('token', state, browser);
  if (cookies.length > 1)
    return cookies.map((cookie) => ({
      what: 'token',
      value: cookie.value,
      place: 'cookie',
      cookie,
    }));
  const token = findToken(state, browser);
  return token ? [{ what: 'token', ...token }] : [];
}

/** Lists the credentials that a browser keeps, the one first that its requests for pages carry. */
export function listHeld(moment: Moment, browser: string): readonly HeldCredential[] {
  const { lane, strategy } = moment;
  if (strategy === 'session')
    return listSessionCookies(lane.state, browser).map((cookie) => ({
      what: 'cookie',
      value: cookie.value,
      cookie,
    }));
  const refresh = findRefreshToken(moment, browser);
  return [...listTokens(moment, browser), ...(refresh ? [refresh] : [])];
}

/** Reads what a server knows of a refresh token; `null`: nothing, and it would refuse it. */
export function readRefreshRecord(
  { lane: { state } }: Pick<Moment, 'lane'>,
  value: string,
): RefreshRecord | null {
  const lists = Object.values(state.servers).map(({ refreshTokens }) => refreshTokens ?? {});
  const found = lists.find((list) => Object.hasOwn(list, value));
  return found?.[value] ?? null;
}

/** Tells whether a refresh token would be refused: no server knows it, or it is used up for good. Its date is told elsewhere. */
export function isRefreshRefused(
  moment: Pick<Moment, 'lane' | 'settings'>,
  value: string,
): boolean {
  const record = readRefreshRecord(moment, value);
  return !record || (record.used && readTradeEnd(moment, value) === null);
}
