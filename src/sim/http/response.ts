import { toUnpaddedBase64 } from '../bytes/base64.ts';
import { requireSubtle } from '../bytes/hmac.ts';
import type { Carried, HeaderField, Message } from '../message.ts';
import { NOTHING_CARRIED, toCarries } from '../message.ts';

const encoder = new TextEncoder();

/** Computes the weak entity tag that Express gives a body: its length in hex and its SHA-1 in base64. @see etag 1.8, RFC 9110 section 8.8.3 */
export async function toWeakEtag(body: string): Promise<string> {
  const bytes = encoder.encode(body);
  const digest = new Uint8Array(await requireSubtle().digest('SHA-1', bytes));
  return `W/"${bytes.length.toString(16)}-${toUnpaddedBase64(digest)}"`;
}

interface ResponseParts {
  readonly request: Message;
  readonly status: number;
  /** Fields that the application sets itself, before the body's. */
  readonly fields?: readonly HeaderField[];
  /** Is sent as JSON; left out: no body. */
  readonly json?: unknown;
  /** Fields that a middleware adds as the head is written, after the body's. */
  readonly lateFields?: readonly HeaderField[];
  /** What stands in fields and body. */
  readonly carries?: readonly Carried[];
  /** Server time, NumericDate seconds, for the Date field. */
  readonly now: number;
}

/**
 * Makes the response that Express 5 writes on Node.js, its header fields in the order of the wire:
 * X-Powered-By, the application's, Content-Type, Content-Length, ETag, late ones, Date. Leaves out
 * what belongs to the connection (Connection, Keep-Alive).
 */
export async function makeResponse(parts: ResponseParts): Promise<Message> {
  const { request, status, json } = parts;
  const headers: HeaderField[] = [['X-Powered-By', 'Express'], ...(parts.fields ?? [])];
  let body: string | null = null;
  if (json !== undefined) {
    body = JSON.stringify(json);
    headers.push(['Content-Type', 'application/json; charset=utf-8']);
    headers.push(['Content-Length', String(encoder.encode(body).length)]);
    headers.push(['ETag', await toWeakEtag(body)]);
  }
  headers.push(...(parts.lateFields ?? []));
  headers.push(['Date', new Date(parts.now * 1000).toUTCString()]);
  const { method, target } = request;
  return {
    from: request.to,
    to: request.from,
    kind: 'response',
    method,
    target,
    status,
    headers,
    body,
    carries: toCarries(parts.carries ?? NOTHING_CARRIED),
  };
}
