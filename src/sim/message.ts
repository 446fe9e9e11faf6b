/** A header field as it stands on the wire: name and value, in order. */
export type HeaderField = readonly [name: string, value: string];

export const MESSAGE_KINDS = ['request', 'response', 'store'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * What one actor sends to another: an HTTP request or response, or a call to the session store.
 * `from` and `to` are IDs of clients, servers and stores in State. A store call is not HTTP: its
 * `method` is the store's verb, its `target` the session ID, its `body` the record that was read
 * or written (JSON text, `null` when there was none).
 */
export interface Message {
  readonly from: string;
  readonly to: string;
  readonly kind: MessageKind;
  readonly method: string;
  readonly target: string;
  /** HTTP status code; `null` for requests and store calls. */
  readonly status: number | null;
  readonly headers: readonly HeaderField[];
  readonly body: string | null;
}

/** Returns the value of the first header field with that name (case-insensitive), or `null`. @see RFC 9110 section 5.1 */
export function getHeader(message: Message, name: string): string | null {
  const wanted = name.toLowerCase();
  return message.headers.find(([field]) => field.toLowerCase() === wanted)?.[1] ?? null;
}
