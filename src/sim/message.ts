/** A header field as it stands on the wire: name and value, in order. */
export type HeaderField = readonly [name: string, value: string];

export const MESSAGE_KINDS = ['request', 'response', 'store'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The credentials that can be in a cookie. */
export type CookieCredential = 'session' | 'token' | 'refreshToken';

/**
 * A credential that a message carries, and where it stands. `value` is the credential as it is
 * there, a cookie's as in the jar (percent-encoded); `null`: the field deletes it. A password is not
 * repeated.
 */
export type Carried =
  | { readonly what: 'password'; readonly in: 'body' }
  | {
      readonly what: 'token' | 'refreshToken' | 'csrfToken';
      readonly in: 'body';
      readonly value: string;
    }
  | { readonly what: 'token'; readonly in: 'Authorization'; readonly value: string }
  | { readonly what: CookieCredential; readonly in: 'Cookie'; readonly value: string }
  | {
      readonly what: CookieCredential;
      readonly in: 'Set-Cookie';
      readonly value: string | null;
    };

/** Is what all messages without a credential carry; one list for all of them. */
export const NOTHING_CARRIED: readonly Carried[] = [];

/** Returns a list of credentials as a message keeps it: in every message of a long run, an empty one of its own would add up. */
export const toCarries = (carried: readonly Carried[]): readonly Carried[] =>
  carried.length > 0 ? carried : NOTHING_CARRIED;

/** A header field that a response gets, and the credential in it. */
export interface CarryingField {
  readonly field: HeaderField;
  readonly carried: Carried;
}

/**
 * What one actor sends to another: an HTTP request or response, or a call to the session store.
 * `from` and `to` are IDs of clients, servers and stores in State. A store call is not HTTP: its
 * `method` is the store's verb, its `target` the session ID, its `body` the record that was read
 * or written (JSON text, `null` when there was none); `all` has no target, and as its body how many
 * records it found.
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
  /** The credentials in it, in the order of the wire; noted by whoever puts them there. */
  readonly carries: readonly Carried[];
}

type StoreCall = Pick<Message, 'from' | 'to' | 'method' | 'target' | 'body'>;

/** Makes a call to a store; `body` is the JSON text of what is read or written. */
export function makeStoreCall({ from, to, method, target, body }: StoreCall): Message {
  const [kind, status, carries] = ['store', null, NOTHING_CARRIED] as const;
  return { from, to, kind, method, target, status, headers: [], body, carries };
}

/** Returns the value of the first header field with that name (case-insensitive), or `null`. @see RFC 9110 section 5.1 */
export function getHeader(message: Message, name: string): string | null {
  const wanted = name.toLowerCase();
  return message.headers.find(([field]) => field.toLowerCase() === wanted)?.[1] ?? null;
}
