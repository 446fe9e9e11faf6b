import type { Cookie } from 'tough-cookie';
import { CookieJar, cookieCompare } from 'tough-cookie';

/** How a cookie comes, or is asked for. */
interface Access {
  /** Not by a script. */
  readonly http?: boolean;
  readonly sameSiteContext?: 'strict' | 'lax' | 'none';
}

/** The cookies of a browser, by an independent implementation of RFC 6265. */
export interface TwoJars {
  get(url: string, access?: Access): Promise<Cookie[]>;
  /** Takes in a `Set-Cookie` value. */
  set(setCookie: string, url: string, access?: Access): Promise<Cookie | null>;
  /** Lists all, wherever they are sent to. */
  list(): Promise<Cookie[]>;
  remove(cookie: Cookie): Promise<void>;
  clear(): Promise<void>;
}

const isSecure = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || /localhost$|^127\./.test(hostname);
const DOMAIN = /; *Domain=\.?([^;]+)/i;
const readDomain = (setCookie: string) => DOMAIN.exec(setCookie)?.[1]?.toLowerCase();
const isAddress = (host: string) => /^[\d.]+$/.test(host);

/** A host that has no domain, and names itself: Chromium keeps that as if it had named none. */
const namesItself = (domain: string, { hostname }: URL) =>
  domain === hostname && (isAddress(domain) || !domain.includes('.'));

/** tough-cookie knows __Secure- and __Host- as they are written, and no others. */
function breaksPrefix(setCookie: string): boolean {
  const [name = ''] = setCookie.split('=');
  const lower = name.toLowerCase();
  if (!/^__(secure|host|http)-/.test(lower)) return false;
  const has = (attribute: RegExp) => attribute.test(setCookie);
  const [domain = ''] = [readDomain(setCookie)];
  return (
    !has(/; *Secure(;|$)/i) ||
    (lower.includes('http-') && !has(/; *HttpOnly(;|$)/i)) ||
    (lower.startsWith('__host-') &&
      (!has(/; *Path=\/(;|$)/i) || (domain !== '' && !isAddress(domain))))
  );
}

/**
 * Makes them. tough-cookie takes a cookie with Domain for the one without, which browsers tell apart
 * (6265bis section 5.7), so each kind has a jar. What it lets through besides, and Chromium does not,
 * is kept out here: a prefix whose promise is not kept, a Domain of one label, SameSite=None without Secure, Secure over plain http, and a
 * cookie of plain http over a Secure one.
 */
export function openTwoJars(): TwoJars {
  const jars = { own: new CookieJar(), shared: new CookieJar() };
  const both = Object.values(jars);

  async function get(url: string, access: Access = {}): Promise<Cookie[]> {
    const found = await Promise.all(both.map((jar) => jar.getCookies(url, access)));
    return found.flat().sort(cookieCompare);
  }

  async function isRefused(setCookie: string, from: URL): Promise<boolean> {
    const domain = readDomain(setCookie);
    const isMarked = /; *Secure(;|$)/i.test(setCookie);
    if (breaksPrefix(setCookie)) return true;
    if (domain !== undefined && !domain.includes('.')) return true;
    if (!isMarked && /; *SameSite=None(;|$)/i.test(setCookie)) return true;
    if (isSecure(from)) return false;
    if (isMarked) return true;
    const name = setCookie.slice(0, setCookie.indexOf('='));
    const kept = await get(from.href.replace(/^http:/, 'https:'));
    return kept.some((cookie) => cookie.secure && cookie.key === name);
  }

  return {
    get,
    async set(given, url, access = {}) {
      const domain = readDomain(given);
      const isOwn = domain !== undefined && namesItself(domain, new URL(url));
      if (isOwn && breaksPrefix(given)) return null;
      const setCookie = isOwn ? given.replace(DOMAIN, '') : given;
      if (await isRefused(setCookie, new URL(url))) return null;
      const jar = readDomain(setCookie) === undefined ? jars.own : jars.shared;
      const before = await jar.serialize();
      const taken = await jar.setCookie(setCookie, url, { ...access, ignoreError: true });
      if (!taken) return null;
      const old = before.cookies.find((one) => one.key === taken.key && one.path === taken.path);
      if (old && old.value !== taken.value) {
        // In Chromium a new value is a new cookie; tough-cookie leaves it in the old one's place.
        await jar.store.removeCookie(taken.domain ?? '', taken.path ?? '/', taken.key);
        return (await jar.setCookie(setCookie, url, { ignoreError: true })) ?? null;
      }
      return taken;
    },
    list: async () => (await Promise.all(both.map((jar) => jar.store.getAllCookies()))).flat(),
    async remove(cookie) {
      const { domain, path, key } = cookie;
      const jar = cookie.hostOnly ? jars.own : jars.shared;
      await jar.store.removeCookie(domain ?? '', path ?? '/', key);
    },
    async clear() {
      await Promise.all(both.map((jar) => jar.removeAllCookies()));
    },
  };
}
