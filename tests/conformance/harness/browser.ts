import type { Cookie } from 'tough-cookie';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { Exchange } from './exchange.ts';
import type { TwoJars } from './twoJars.ts';
import { openTwoJars } from './twoJars.ts';
import type { WireRequest } from './wire.ts';

/** Sends a request to whatever server answers for an origin, so that a balancer can stand in between. */
export type Send = (request: WireRequest) => Promise<Exchange>;

/** Where a request starts: in the server's own page (`strict`), by a link of another site (`lax`), otherwise there. */
export type SameSiteContext = 'strict' | 'lax' | 'none';

export interface Visit {
  readonly url: string;
  readonly method?: string;
  /** What the browser says of the page that sends it. */
  readonly origin?: string;
  readonly fetchSite?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  /** Whether the jar takes part. */
  readonly withCookies?: boolean;
  readonly context?: SameSiteContext;
  /** Whether it is a form of another site: Chromium lets a young cookie without SameSite go along. */
  readonly isForeignForm?: boolean;
  /** Whether the page that asked gets to see the answer; when left out, it does. */
  readonly mayRead?: (exchange: Exchange) => boolean;
}

export interface Browser {
  /** What client.js is given as `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  readonly jar: TwoJars;
  /** Pages that came without `no-store`, by target: what Back shows without asking. Held in Chromium by backButton.spec.ts. */
  readonly pages: ReadonlyMap<string, string>;
  /** Has all requests of `use` go out with the cookies of now, as those do that are sent at once. */
  atOnce(url: string, use: () => Promise<void>): Promise<void>;
  /** A new tab has no history. */
  forgetPages(): void;
  /** Drops the cookies without a date, as at the end of a browser. */
  dropUndated(): Promise<void>;
  /** Sends a request from any page. */
  visit(visit: Visit): Promise<Exchange>;
  /** Takes in a `Set-Cookie` value, which a script assigned or a response brought. */
  keep(setCookie: string, url: string, byScript?: boolean): Promise<void>;
  /** Returns a cookie of the jar by name; of several the one that is sent first. */
  findCookie(url: string, name: string): Promise<Cookie | undefined>;
  /** Takes out the exchanges since it was last called. */
  takeExchanges(): Exchange[];
}

const YOUNG_MS = 120_000;
const MAX_COOKIE_BYTES = 4096;

/** tough-cookie takes a cookie of any size; browsers do not. @see 6265bis section 5.7 */
function fits(setCookie: string): boolean {
  const [pair = ''] = setCookie.split(';');
  return Buffer.byteLength(pair.replace('=', '')) <= MAX_COOKIE_BYTES;
}

/**
 * tough-cookie counts Max-Age from the last use, so that it would slide. Express sends the same end
 * as Expires beside it.
 */
const withoutMaxAge = (setCookie: string) =>
  /; Expires=/i.test(setCookie) ? setCookie.replace(/; Max-Age=\d+/, '') : setCookie;

/** Chromium takes Expires by the clock of the server that sends it, tough-cookie by the client's. */
const byServersClock = (setCookie: string, ahead: number) =>
  setCookie.replace(/(?<=; Expires=)[^;]+/i, (end) =>
    new Date(Date.parse(end) - ahead * 1000).toUTCString(),
  );

/** tough-cookie takes SameSite=None without Secure; Chromium does not. */
const keepsRules = (setCookie: string) =>
  !/; SameSite=None(;|$)/.test(setCookie) || /; Secure(;|$)/.test(setCookie);

/** What another site's page fetches sets only cookies that travel there; a navigation sets all. */
function mayCome(setCookie: string, { context, isForeignForm }: Visit): boolean {
  return context !== 'none' || Boolean(isForeignForm) || /; SameSite=None(;|$)/.test(setCookie);
}

/**
 * Does what a browser does for client.js, and no more: Host, the cookies of its jar, the fields of
 * the call, Content-Length. The page is taken to be of the server's origin. `readAhead` says how many
 * seconds the clock of the server that answers is ahead: Node's Date field does not follow a test's.
 */
export function openBrowser(send: Send, readAhead = () => 0, blocksThirdParty = false): Browser {
  const jar = openTwoJars();
  const pages = new Map<string, string>();
  let exchanges: Exchange[] = [];
  let frozen: ReadonlyMap<SameSiteContext, readonly Cookie[]> | null = null;
  /** Since when each value is there. */
  const since = new Map<string, number>();
  /** In which order those that are under way at once were asked, which is not the one in which they are answered. */
  const order = new WeakMap<Exchange, number>();
  let asked = 0;

  /** Whether a page of another site fetches it, and the browser lets such have no cookies at all. */
  const isBlocked = ({ context, isForeignForm }: Visit) =>
    blocksThirdParty && context === 'none' && !isForeignForm;

  /** tough-cookie takes a cookie without SameSite for one with None; Chromium only while it is young. */
  function letsGo(cookie: Cookie, { context, isForeignForm }: Visit): boolean {
    if (cookie.sameSite || context !== 'none') return true;
    const age = Date.now() - (since.get(cookie.cookieString()) ?? 0);
    return Boolean(isForeignForm) && age < YOUNG_MS;
  }

  function keepPage({ request: { method, target }, response }: Exchange): void {
    const isForbidden = response.headers.some(([, value]) => value === 'no-store');
    if (method === 'GET' && response.status === 200 && !isForbidden)
      pages.set(target, response.body ?? '');
  }

  async function keep(setCookie: string, url: string, byScript = false): Promise<void> {
    const before = await jar.get(url);
    const cookie = await jar.set(withoutMaxAge(setCookie), url, { http: !byScript });
    const pair = cookie?.cookieString() ?? '';
    // In Chromium a new value is a new cookie; tough-cookie keeps the time of the old one.
    if (!before.some((old) => old.cookieString() === pair)) since.set(pair, Date.now());
  }

  async function visit(from: Visit): Promise<Exchange> {
    const { url, method = 'GET', headers: given = {}, body = null, withCookies = true } = from;
    const { host, pathname, search } = new URL(url);
    const sameSiteContext = from.context ?? 'strict';
    const headers: HeaderField[] = [['Host', host]];
    if (from.origin !== undefined) headers.push(['Origin', from.origin]);
    if (from.fetchSite !== undefined) headers.push(['Sec-Fetch-Site', from.fetchSite]);
    const nth = frozen === null ? 0 : ++asked;
    const now = frozen?.get(sameSiteContext) ?? (await jar.get(url, { sameSiteContext }));
    const cookies = withCookies ? now : [];
    const sent = isBlocked(from) ? [] : cookies.filter((cookie) => letsGo(cookie, from));
    const pairs = sent.map((cookie) => cookie.cookieString()).join('; ');
    if (pairs !== '') headers.push(['Cookie', pairs]);
    headers.push(...Object.entries(given));
    if (body !== null || method === 'POST') {
      headers.push(['Content-Length', String(Buffer.byteLength(body ?? ''))]);
    }
    const exchange = await send({ method, target: pathname + search, headers, body });
    exchanges.push(exchange);
    order.set(exchange, nth);
    if (from.mayRead?.(exchange) ?? true) keepPage(exchange);
    for (const [name, value] of exchange.response.headers) {
      if (!withCookies || name.toLowerCase() !== 'set-cookie') continue;
      if (!fits(value) || !keepsRules(value) || !mayCome(value, from) || isBlocked(from)) continue;
      await keep(byServersClock(value, readAhead()), url);
    }
    return exchange;
  }

  async function fetch(input: unknown, init: RequestInit = {}): Promise<Response> {
    const { response } = await visit({
      url: String(input),
      method: init.method ?? 'GET',
      headers: (init.headers ?? {}) as Record<string, string>,
      body: (init.body ?? null) as string | null,
      withCookies: init.credentials !== 'omit',
    });
    return new Response(response.body, { status: response.status });
  }

  return {
    fetch,
    jar,
    pages,
    async atOnce(url, use) {
      const contexts = ['strict', 'lax', 'none'] as const;
      const cookies = contexts.map(
        async (context) => [context, await jar.get(url, { sameSiteContext: context })] as const,
      );
      frozen = new Map(await Promise.all(cookies));
      try {
        await use();
      } finally {
        frozen = null;
      }
    },
    forgetPages: () => pages.clear(),
    async dropUndated() {
      for (const cookie of await jar.list()) {
        if (!(cookie.expires instanceof Date)) await jar.remove(cookie);
      }
    },
    visit,
    keep,
    findCookie: async (url, name) => (await jar.get(url)).find(({ key }) => key === name),
    takeExchanges() {
      const taken = exchanges.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      exchanges = [];
      return taken;
    },
  };
}
