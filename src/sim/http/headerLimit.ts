import type { Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';

/** What Node.js takes before it answers 431 by itself, `--max-http-header-size`. */
const MAX_HEADER_BYTES = 16 * 1024;

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/**
 * Tells whether Node.js refuses a request before the application sees it: target, names and values
 * of the fields together reach 16 KiB. Leaves out the fields that the connection adds.
 * @see Node.js, `node_http_parser.cc` (`TrackHeader`)
 */
export function exceedsHeaderLimit({
  target,
  headers,
}: Pick<Message, 'target' | 'headers'>): boolean {
  const fields = headers.reduce((sum, [name, value]) => sum + byteLength(name + value), 0);
  return byteLength(target) + fields >= MAX_HEADER_BYTES;
}

/** Makes Node's own answer to too large a header: no field but Connection, no body. */
export function refuseHeaders({ from, to, method, target }: Message): Message {
  return {
    from: to,
    to: from,
    kind: 'response',
    method,
    target,
    status: 431,
    headers: [],
    body: null,
    carries: NOTHING_CARRIED,
  };
}
