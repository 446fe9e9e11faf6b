import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { Reply } from './exchange.ts';
import type { Jar, SentCookie } from './jar.ts';
import { isCleared, openJar } from './jar.ts';
import type { Net } from './net.ts';
import { toLocation } from './reply.ts';

export interface Body {
  readonly type: string;
  readonly text: string;
}

export interface VisitReply extends Reply {
  readonly cookies: readonly SentCookie[];
}

export interface Errand {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Body | undefined;
}

/** A client with cookies of its own. @throws WireError */
export interface Visitor {
  readonly net: Net;
  readonly jar: Jar;
  /** The last line that set a cookie that lives, by its name. */
  readonly sent: ReadonlyMap<string, SentCookie>;
  send(method: string, url: URL, errand?: Errand): Promise<VisitReply>;
}

export const JSON_API = 'application/vnd.api+json';

export const toJson = (value: unknown, type = 'application/json'): Body => ({
  type,
  text: JSON.stringify(value),
});

export const toForm = (fields: Readonly<Record<string, string>>): Body => ({
  type: 'application/x-www-form-urlencoded',
  text: new URLSearchParams(fields).toString(),
});

/** Stands in no password that anybody types. */
const BOUNDARY = 'check-server-part-2f0c9b7a41d8';

/** Writes fields as a form with files does. @see RFC 7578 section 4 */
export function toMultipart(fields: Readonly<Record<string, string>>): Body {
  const quote = (name: string) => name.replaceAll('"', '%22');
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quote(name)}"\r\n\r\n${value}\r\n`,
  );
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    text: `${parts.join('')}--${BOUNDARY}--\r\n`,
  };
}

/** Returns the origin under which a browser knows the server: behind a proxy it is the proxy's. */
const toOrigin = ({ headers }: Net, url: URL) =>
  'X-Forwarded-Proto' in headers ? url.origin.replace(/^http:/, 'https:') : url.origin;

/** Tells as `Sec-Fetch-Site` does how far the page that asks is from the server. */
function toDistance(origin: string, own: string): string {
  if (origin === own) return 'same-origin';
  const { hostname } = new URL(own);
  // That of a frame without one is `null`.
  const isNear = URL.canParse(origin) && new URL(origin).hostname === hostname;
  return isNear ? 'same-site' : 'cross-site';
}

/** Returns what a browser tells of the page that asks; some servers let in their own pages alone. */
function toPageHeaders(net: Net, url: URL, isSafe: boolean, named: string | undefined) {
  const own = toOrigin(net, url);
  if (net.origin === 'none' && named === undefined) return {};
  const origin = named ?? net.origin ?? own;
  return {
    ...(origin !== 'null' && { Referer: `${origin}/` }),
    ...((!isSafe || origin !== own) && {
      Origin: origin,
      'Sec-Fetch-Site': toDistance(origin, own),
    }),
  };
}

/** Opens a visitor; `planted` cookies are there before the first request. */
export function openVisitor(net: Net, planted: readonly StoredCookie[] = []): Visitor {
  const jar = openJar(net.now, planted, net.loosePaths);
  const sent = new Map<string, SentCookie>();
  return {
    net,
    jar,
    sent,
    async send(method, url, { headers = {}, body } = {}) {
      const cookie = jar.toHeader(url);
      const fields = {
        // Some servers take apart what every browser sends.
        'User-Agent': 'Mozilla/5.0 (compatible; check-server)',
        'Accept-Language': 'en',
        Accept: 'application/json, text/html;q=0.9, */*;q=0.8',
        ...toPageHeaders(net, url, method === 'GET', headers.Origin),
        ...(body && { 'Content-Type': body.type }),
        ...(cookie !== null && { Cookie: cookie }),
        ...headers,
      };
      const reply = await net.exchange({ method, url, headers: fields, body: body?.text });
      const cookies = jar.store(reply);
      for (const cookie of cookies) if (!isCleared(cookie)) sent.set(cookie.name, cookie);
      return { ...reply, cookies };
    },
  };
}

const MAX_HOPS = 5;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/;

/** Follows a redirect as a browser does, on this machine alone, and returns where it ends. */
export async function follow(
  visitor: Visitor,
  first: VisitReply,
  watch: (hop: VisitReply) => void = () => {},
): Promise<VisitReply> {
  let reply = first;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const next = toLocation(reply);
    if (!next || !LOCAL.test(next.hostname)) return reply;
    if (next.protocol !== first.url.protocol) return reply;
    reply = await visitor.send('GET', next);
    watch(reply);
  }
  return reply;
}
