import type { StoreApi } from 'zustand';
import { isFromLaterVersion, parseVersioned } from './parseVersioned.ts';
import type { SafeStorage } from './storage.ts';

/** What is wrong with what was kept: nobody understands all of it, or a later version of the page would. */
export type KeptFault = 'unreadable' | 'later';

/** How something is kept. */
export interface Keeping<T> {
  readonly key: string;
  /** Reads what is kept from any text, what is missing or wrong as if it had never been set. */
  readonly parse: (text: string | null) => T;
  readonly format: (state: T) => string;
  /** Takes what has changed from `before` to `now`, and all else from what another tab has kept. */
  readonly merge: (kept: T, before: T, now: T) => T;
  /** Takes of what another tab has kept what is to be seen here too. */
  readonly hear: (kept: T, now: T) => T;
}

/** Reads a key; what cannot be read is as if never kept. */
export function readKept(storage: SafeStorage, key: string): string | null {
  const result = storage.get(key);
  return result.ok ? result.value : null;
}

/** Tells what is wrong with what was kept, by what was understood of it. */
export function findFault(kept: string | null, understood: string): KeptFault | null {
  if (kept === null || kept === understood) return null;
  return isFromLaterVersion(kept) ? 'later' : 'unreadable';
}

/**
 * Keeps what changes in a store, and only that, and follows what other tabs keep. What a later version
 * of the page has kept is left alone. Returns what ends it.
 */
export function keepStore<T>(
  store: Pick<StoreApi<T>, 'subscribe' | 'getState' | 'setState'>,
  storage: SafeStorage,
  { key, parse, format, merge, hear }: Keeping<T>,
): () => void {
  let hearing = false;
  const stopWriting = store.subscribe((now, before) => {
    if (hearing || format(now) === format(before)) return;
    const kept = readKept(storage, key);
    if (isFromLaterVersion(kept)) return;
    const isReadable = parseVersioned(kept) !== undefined;
    storage.set(key, format(isReadable ? merge(parse(kept), before, now) : now));
  });
  const stopHearing = storage.onOutside(key, (text) => {
    if (parseVersioned(text) === undefined) return;
    hearing = true;
    store.setState(hear(parse(text), store.getState()));
    hearing = false;
  });
  return () => {
    stopWriting();
    stopHearing();
  };
}
