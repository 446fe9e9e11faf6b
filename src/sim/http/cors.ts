import type { HeaderField, Message } from '../message.ts';
import { getHeader, NOTHING_CARRIED } from '../message.ts';
import type { CorsRefusal } from '../outcome.ts';
import type { CredentialsMode, Settings } from '../settings.ts';
import type { HttpMethod } from './request.ts';

/** What a server says in each answer to the browsers of pages of other origins. */
export interface CorsRule {
  /** Value of Access-Control-Allow-Origin. */
  readonly allowOrigin: string;
  /** Whether it says Access-Control-Allow-Credentials: true. */
  readonly allowCredentials: boolean;
}

/** Returns what the servers say about the page's origin; `null`: nothing. */
export function toCorsRule({ frontEnd, origin }: Settings): CorsRule | null {
  if (!frontEnd || frontEnd.cors === 'none') return null;
  const allowCredentials = frontEnd.cors === 'credentials';
  if (frontEnd.cors === 'any') return { allowOrigin: '*', allowCredentials };
  // The commonest slip: the server lists its own address, not the page's.
  return { allowOrigin: frontEnd.cors === 'other' ? origin : frontEnd.origin, allowCredentials };
}

/** Makes the fields that say so, which stand before the application's own. @see Fetch, "HTTP responses" of the CORS protocol */
export function toCorsFields(rule: CorsRule | undefined): readonly HeaderField[] {
  if (!rule) return [];
  const { allowOrigin, allowCredentials } = rule;
  const fields: HeaderField[] = [['Access-Control-Allow-Origin', allowOrigin]];
  if (allowOrigin !== '*') fields.push(['Vary', 'Origin']);
  if (allowCredentials) fields.push(['Access-Control-Allow-Credentials', 'true']);
  return fields;
}

/** What the reference server lets pages of other origins do, in its answer to a preflight. */
export const PREFLIGHT_FIELDS: readonly HeaderField[] = [
  ['Access-Control-Allow-Methods', 'GET, POST'],
  ['Access-Control-Allow-Headers', 'Content-Type, Authorization'],
];

/** Makes the fields and the body with which Express itself answers OPTIONS: it lists the methods of the route. */
export function toOptionsAnswer(target: string): {
  readonly fields: readonly HeaderField[];
  readonly text: string;
} {
  const text = target === '/profile' || target === '/admin' ? 'GET, HEAD' : 'POST';
  return {
    fields: [
      ['Allow', text],
      ['Content-Length', String(text.length)],
      ['Content-Type', 'text/plain'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
    text,
  };
}

/** Tells whether a message is a preflight or the answer to one: the browser's own, not the page's. */
export const isPreflight = ({ method }: Message): boolean => method === 'OPTIONS';

/**
 * Returns the names of a request's fields for which a browser first asks the server, as it lists
 * them: a credential that the page's code sets, a body that no form could post.
 * @see Fetch, "CORS-unsafe request-header names"
 */
export function listUnsafeFields({
  json,
  authorization,
}: {
  readonly json?: unknown;
  readonly authorization: string | null;
}): readonly string[] {
  return [
    ...(authorization === null ? [] : ['authorization']),
    ...(json === undefined ? [] : ['content-type']),
  ];
}

interface Preflight {
  readonly from: string;
  readonly to: string;
  readonly target: string;
  /** Origin of the server. */
  readonly origin: string;
  readonly pageOrigin: string;
  readonly fetchSite?: string | null;
  /** Of the request that is asked about. */
  readonly method: HttpMethod;
  readonly unsafe: readonly string[];
}

/** Makes a preflight: it names method and fields of the request to come, and carries no credential. @see Fetch, "CORS-preflight fetch" */
export function makePreflight(parts: Preflight): Message {
  const { from, to, target, origin, pageOrigin, fetchSite, method, unsafe } = parts;
  const headers: HeaderField[] = [
    ['Host', new URL(origin).host],
    ['Origin', pageOrigin],
    ...(fetchSite ? [['Sec-Fetch-Site', fetchSite] as const] : []),
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', unsafe.join(',')],
  ];
  const [status, body, carries] = [null, null, NOTHING_CARRIED] as const;
  return { from, to, kind: 'request', method: 'OPTIONS', target, status, headers, body, carries };
}

/** Says what a browser misses in an answer to a page of another origin; `null`: the page's code gets it. @see Fetch, "CORS check" */
export function checkCors(
  response: Message,
  pageOrigin: string,
  mode: CredentialsMode,
): CorsRefusal | null {
  const allowed = getHeader(response, 'Access-Control-Allow-Origin');
  if (allowed === null) return 'allowOriginMissing';
  if (mode !== 'include' && allowed === '*') return null;
  if (allowed === '*') return 'allowOriginAny';
  if (allowed !== pageOrigin) return 'allowOriginOther';
  if (mode !== 'include') return null;
  const isAllowed = getHeader(response, 'Access-Control-Allow-Credentials') === 'true';
  return isAllowed ? null : 'allowCredentialsMissing';
}
