import { CookieJar } from 'tough-cookie';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { Exchange } from './exchange.ts';
import type { RunningServer } from './server.ts';
import { sendRaw } from './wire.ts';

/** Finds the server that a request to an origin reaches, so that a balancer can stand in between. */
export type Route = (origin: string) => RunningServer;

export interface Browser {
  /** What client.js is given as `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** An independent implementation of RFC 6265. */
  readonly jar: CookieJar;
  /** Takes out the exchanges since it was last called. */
  takeExchanges(): Exchange[];
}

/**
 * Does what a browser does for client.js, and no more: Host, the cookies of its jar, the fields of
 * the call, Content-Length. The page is taken to be of the server's origin.
 */
export function openBrowser(route: Route): Browser {
  const jar = new CookieJar();
  let exchanges: Exchange[] = [];

  async function fetch(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = String(input);
    const { origin, host, pathname, search } = new URL(url);
    const method = init.method ?? 'GET';
    const body = (init.body ?? null) as string | null;
    const headers: HeaderField[] = [['Host', host]];
    const withCookies = init.credentials !== 'omit';
    const cookies = withCookies ? await jar.getCookieString(url) : '';
    if (cookies !== '') headers.push(['Cookie', cookies]);
    headers.push(...Object.entries((init.headers ?? {}) as Record<string, string>));
    if (body !== null || method === 'POST') {
      headers.push(['Content-Length', String(Buffer.byteLength(body ?? ''))]);
    }
    const target = pathname + search;
    const exchange = await sendRaw(route(origin), { method, target, headers, body });
    exchanges.push(exchange);
    const { response } = exchange;
    for (const [name, value] of response.headers) {
      if (withCookies && name.toLowerCase() === 'set-cookie') {
        await jar.setCookie(value, url, { ignoreError: true });
      }
    }
    return new Response(response.body, { status: response.status });
  }

  return {
    fetch,
    jar,
    takeExchanges() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}
