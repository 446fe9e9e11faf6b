// The libraries of the reference servers bring no types; these are the parts that the tests touch.

declare module 'express-session' {
  export type StoreCallback = (error: unknown, session?: unknown) => void;
  export class Store {
    get(sid: string, callback: StoreCallback): void;
    set(sid: string, session: unknown, callback?: StoreCallback): void;
    touch(sid: string, session: unknown, callback?: StoreCallback): void;
    destroy(sid: string, callback?: StoreCallback): void;
    /** All records: an object by session ID, or a list. Not every store has it. */
    all?(callback: (error: unknown, found?: object) => void): void;
  }
  export class MemoryStore extends Store {
    /** Records by session ID, as JSON text. */
    sessions: Record<string, string>;
  }
  const session: { MemoryStore: typeof MemoryStore; Store: typeof Store };
  export default session;
}

declare module 'keygrip' {
  export default class Keygrip {
    constructor(keys: readonly string[]);
    sign(data: string): string;
    verify(data: string, digest: string): boolean;
  }
}

declare module 'cookie-signature' {
  export function sign(value: string, secret: string): string;
}

declare module 'jsonwebtoken' {
  import type { KeyObject } from 'node:crypto';

  interface JsonWebToken {
    sign(payload: string | object, secret: string | KeyObject, options?: object): string;
    verify(token: string, secret: string, options?: object): unknown;
    decode(token: string): unknown;
  }
  const jwt: JsonWebToken;
  export default jwt;
}
