import type { Carried, HeaderField, Message } from '../message.ts';
import { NOTHING_CARRIED, toCarries } from '../message.ts';

export type HttpMethod = 'GET' | 'POST' | 'OPTIONS';

interface RequestParts {
  readonly from: string;
  readonly to: string;
  readonly method: HttpMethod;
  readonly target: string;
  /** Origin of the server, from which the Host field is taken. */
  readonly origin: string;
  /** Origin of the page that sends it, where the browser says so. */
  readonly pageOrigin?: string | null;
  /** What it says of how that page stands to the server. */
  readonly fetchSite?: string | null;
  /** Is sent as JSON. */
  readonly json?: unknown;
  /** Is sent as it is, as an HTML form would. */
  readonly form?: string | undefined;
  readonly cookie?: string | null;
  readonly authorization?: string | null;
  /** What stands in these. */
  readonly carries?: readonly Carried[];
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * Makes an HTTP request with the fields that our own client sets, in its order: Host, Origin
 * (where it matters), Cookie, Authorization, Content-Type, Content-Length. A browser adds more (User-Agent, Accept …).
 * @see RFC 9112 section 3
 */
export function makeRequest(parts: RequestParts): Message {
  const headers: HeaderField[] = [['Host', new URL(parts.origin).host]];
  if (parts.pageOrigin) headers.push(['Origin', parts.pageOrigin]);
  if (parts.fetchSite) headers.push(['Sec-Fetch-Site', parts.fetchSite]);
  if (parts.cookie) headers.push(['Cookie', parts.cookie]);
  if (parts.authorization) headers.push(['Authorization', parts.authorization]);
  const body = parts.json === undefined ? (parts.form ?? null) : JSON.stringify(parts.json);
  if (body !== null) {
    headers.push(['Content-Type', parts.json === undefined ? FORM_TYPE : JSON_TYPE]);
    headers.push(['Content-Length', String(new TextEncoder().encode(body).length)]);
  } else if (parts.method === 'POST') {
    // A POST without a body says so: RFC 9110 section 8.6.
    headers.push(['Content-Length', '0']);
  }
  const { from, to, method, target } = parts;
  const carries = toCarries(parts.carries ?? NOTHING_CARRIED);
  return { from, to, kind: 'request', method, target, status: null, headers, body, carries };
}
