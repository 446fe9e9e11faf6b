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

/** Tells whether a line deletes its cookie: it is empty, or over, whatever stands in it. */
export const isCleared = ({ value, stored }: SentCookie): boolean =>
  value === '' || isExpired(stored, stored.created);

type CookieReply = Pick<Reply, 'url' | 'setCookies' | 'headers'>;

/**
 * The cookies of one visitor, kept by the rules of the engine's browser, which knows prefixes,
 * loopback and the date of the server as Chromium does.
 */
export interface Jar {
  /** Takes in the cookies of a reply, and returns all of them, dead or alive. */
  store(reply: CookieReply): SentCookie[];
  /** The Cookie header for an address; `null` when none goes along. */
  toHeader(url: URL): string | null;
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
const toQuery = ({ href, origin }: URL, now: number) =>
  ({ url: href, method: 'GET', initiator: origin, vehicle: 'subresource', now }) as const;

/** Tells whether a cookie goes along to an address, as long as it lives. */
export function isSentTo(cookie: StoredCookie, url: URL): boolean {
  return selectCookies([{ ...cookie, expires: null }], toQuery(url, cookie.created)).length > 0;
}

/** Returns for how many seconds a browser keeps a cookie from now on; `null` until it is closed. */
export const toLifetime = ({ expires, created }: StoredCookie) =>
  expires === null ? null : expires - created;

/** Reads the `Date` of a reply as NumericDate seconds. */
export function readDate({ headers }: Pick<Reply, 'headers'>): number | undefined {
  const seconds = Date.parse(headers.get('date') ?? '') / 1000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

/**
 * Makes a jar with the cookies that are planted there. Its clock stands at `now` (NumericDate
 * seconds), so that no verdict depends on how long the checks take.
 */
export function openJar(
  now: number,
  planted: readonly StoredCookie[] = [],
  loosePaths = false,
): Jar {
  let kept = planted;
  // A browser drops them, and `cookie.kept` says so. One flaw must not hide all others, so the
  // visitor goes on with them as a program would: where the browser had none of that name.
  let refused: readonly StoredCookie[] = [];
  const list = () => [
    ...kept,
    ...refused.filter(({ name }) => !kept.some((each) => each.name === name)),
  ];
  return {
    store({ url: { href: url }, setCookies, headers }) {
      const date = readDate({ headers });
      const sent = setCookies.flatMap((line) => toSentCookie(line, url, now, date) ?? []);
      for (const { line, stored, isRefused } of sent) {
        refused = refused.filter((each) => !isSameCookie(each, stored));
        // The last attribute of a name counts.
        const written = loosePaths ? `${line}; Path=/` : line;
        if (!isRefused) kept = storeCookie(kept, written, url, now, { ...(date && { date }) });
        else if (!isExpired(stored, now)) refused = [...refused, stored];
      }
      return sent;
    },
    toHeader: (url) => toCookieHeader(selectCookies(list(), toQuery(url, now))),
    list,
    get: (name) => list().find((cookie) => cookie.name === name)?.value,
  };
}
