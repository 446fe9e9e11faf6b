import type { Database } from './level.ts';

/** The stores that survive a restart and can be shared. */
export type StoreKind = 'LevelDB' | 'Redis';

/** What a server's process needs to know to use a store that is outside of it. */
export type StoreAccess =
  | { readonly kind: 'LevelDB' }
  | { readonly kind: 'Redis'; readonly url: string; readonly prefix: string };

/** A session store outside of the servers' processes. Times are NumericDate seconds of the run. */
export interface OutsideStore {
  readonly access: StoreAccess;
  /** What is open in this process only, so that the servers have to ask for it. */
  readonly database?: Database;
  /** Tells it the time, before a server uses it. */
  advanceTo(clock: number): Promise<void>;
  /** Holds its time, once the server has answered. */
  stopAt(clock: number): Promise<void>;
  /** Lists all that it holds: session IDs and records, as JSON text. */
  list(clock: number): Promise<[string, string][]>;
  close(): Promise<void>;
}
