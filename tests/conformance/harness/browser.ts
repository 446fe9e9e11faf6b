import type { Cookie } from 'tough-cookie';
import { CookieJar } from 'tough-cookie';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { Exchange } from './exchange.ts';
import type { WireRequest } from './wire.ts';

/** Sends a request to whatever server answers for an origin, so that a balancer can stand in between. */
export type Send = (request: WireRequest) => Promise<Exchange>;

/** Where a request starts: in the server's own page (`strict`), by a link of another site (`lax`), otherwise there. */
export type SameSiteContext = 'strict' | 'lax' | 'none';

export interface Visit {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  /** Whether the jar takes part. */
  readonly withCookies?: boolean;
  readonly context?: SameSiteContext;
  /** Whether it is a form of another site: Chromium lets a young cookie without SameSite go along. */
  readonly isForeignForm?: boolean;
}

export interface Browser {
  /** What client.js is given as `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** An independent implementation of RFC 6265. */
  readonly jar: CookieJar;
  /** Sends a request from any page. */
  visit(visit: Visit): Promise<Exchange>;
  /** Returns a cookie of the jar by name. */
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

/** tough-cookie takes a cookie without SameSite for one with None; Chromium does not. */
function letsGo({ sameSite, creation }: Cookie, { context, isForeignForm }: Visit): boolean {
  if (sameSite || context !== 'none') return true;
  const age = Date.now() - (creation instanceof Date ? creation.getTime() : 0);
  return Boolean(isForeignForm) && age < YOUNG_MS;
}

/**
 * Does what a browser does for client.js, and no more: Host, the cookies of its jar, the fields of
 * the call, Content-Length. The page is taken to be of the server's origin.
 */
export function openBrowser(send: Send): Browser {
  const jar = new CookieJar();
  let exchanges: Exchange[] = [];

  async function visit(from: Visit): Promise<Exchange> {
    const { url, method = 'GET', headers: given = {}, body = null, withCookies = true } = from;
    const { host, pathname, search } = new URL(url);
    const sameSiteContext = from.context ?? 'strict';
    const headers: HeaderField[] = [['Host', host]];
    const cookies = withCookies ? await jar.getCookies(url, { sameSiteContext }) : [];
    const sent = cookies.filter((cookie) => letsGo(cookie, from));
    const pairs = sent.map((cookie) => cookie.cookieString()).join('; ');
    if (pairs !== '') headers.push(['Cookie', pairs]);
    headers.push(...Object.entries(given));
    if (body !== null || method === 'POST') {
      headers.push(['Content-Length', String(Buffer.byteLength(body ?? ''))]);
    }
    const exchange = await send({ method, target: pathname + search, headers, body });
    exchanges.push(exchange);
    for (const [name, value] of exchange.response.headers) {
      if (!withCookies || name.toLowerCase() !== 'set-cookie' || !fits(value)) continue;
      await jar.setCookie(value, url, { ignoreError: true, sameSiteContext });
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
    visit,
    findCookie: async (url, name) => (await jar.getCookies(url)).find(({ key }) => key === name),
    takeExchanges() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}
