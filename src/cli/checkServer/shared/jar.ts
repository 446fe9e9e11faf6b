import type { StoredCookie } from '../../../sim/client/jar.ts';
import {
  isExpired,
  parseCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
} from '../../../sim/client/jar.ts';
import { parseSetCookie, type SetCookie } from '../../../sim/client/setCookie.ts';
import { isSameCookie } from '../../../sim/client/site.ts';
import type { Reply } from './exchange.ts';

/** A cookie that a reply set. */
export interface SentCookie extends SetCookie {
  readonly line: string;
  /** The cookie as the jar has it. */
  readonly stored: StoredCookie;
  /** Whether a browser would not take it. */
  readonly isRefused: boolean;
}

/** The cookies of one visitor to one server, kept by the rules of the engine's browser. */
export interface Jar {
  /** Takes in the cookies of a reply, and returns those that came with a value, dead or alive. */
  store(reply: Reply): SentCookie[];
  /** The Cookie header for a path; `null` when none goes along. */
  toHeader(path: string): string | null;
  list(): readonly StoredCookie[];
  get(name: string): string | undefined;
}

/** Reads a cookie that a browser refuses as what it would be without the reason for that. */
function toLooseCookie(
  { name, value, attributes }: SetCookie,
  url: string,
  now: number,
  date?: number,
) {
  const harmless = ['path', 'max-age', 'expires', 'httponly'].filter((key) => attributes.has(key));
  const line = ['a=1', ...harmless.map((key) => `${key}=${attributes.get(key)}`)].join('; ');
  const cookie = parseCookie(line, url, now, date);
  return cookie && { ...cookie, name, value };
}

/** Takes a line of a reply apart; `null` for one that is no cookie at all. */
function toSentCookie(line: string, url: string, now: number, date?: number): SentCookie | null {
  const set = parseSetCookie(line);
  const kept = parseCookie(line, url, now, date);
  const stored = kept ?? (set && toLooseCookie(set, url, now, date));
  return set && stored && { ...set, line, stored, isRefused: kept === null };
}

/** What a visitor's page asks for with its cookies. */
const toQuery = (server: URL, path: string, now: number) =>
  ({
    url: server.origin + path,
    method: 'GET',
    initiator: server.origin,
    vehicle: 'subresource',
    now,
  }) as const;

/** Tells whether a cookie goes along to a path of its server, as long as it lives. */
export function isSentTo(cookie: StoredCookie, server: URL, path: string): boolean {
  const query = toQuery(server, path, cookie.created);
  return selectCookies([{ ...cookie, expires: null }], query).length > 0;
}

/** Returns for how many seconds a browser keeps a cookie from now on; `null` until it is closed. */
export const toLifetime = ({ stored: { expires, created } }: SentCookie) =>
  expires === null ? null : expires - created;

/**
 * Makes a jar for a server, with the cookies that are planted there. Its clock stands at `now`
 * (NumericDate seconds), so that no verdict depends on how long the checks take.
 */
export function openJar(server: URL, now: number, planted: readonly StoredCookie[] = []): Jar {
  let kept = planted;
  // A browser drops them, and `cookie.kept` says so. One flaw must not hide all others, so the
  // visitor goes on with them as a program would: where the browser had none of that name.
  let refused: readonly StoredCookie[] = [];
  const list = () => [
    ...kept,
    ...refused.filter(({ name }) => !kept.some((each) => each.name === name)),
  ];
  return {
    store({ path, setCookies, headers }) {
      const url = server.origin + path;
      const seconds = Date.parse(headers.get('date') ?? '') / 1000;
      const date = Number.isNaN(seconds) ? undefined : seconds;
      const sent = setCookies.flatMap((line) => toSentCookie(line, url, now, date) ?? []);
      for (const { line, stored, isRefused } of sent) {
        refused = refused.filter((each) => !isSameCookie(each, stored));
        if (!isRefused) kept = storeCookie(kept, line, url, now, { date });
        else if (!isExpired(stored, now)) refused = [...refused, stored];
      }
      return sent.filter(({ value }) => value !== '');
    },
    toHeader: (path) => toCookieHeader(selectCookies(list(), toQuery(server, path, now))),
    list,
    get: (name) => list().find((cookie) => cookie.name === name)?.value,
  };
}
