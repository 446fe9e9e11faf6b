import { type KeptFault, readKept } from './keepStore.ts';
import { getOwn, isFromLaterVersion, parseVersioned } from './parseVersioned.ts';
import type { SafeStorage } from './storage.ts';

/** Counts the entries of a part; what is there and has none is one that cannot be read. */
const countMembers = (value: unknown) => {
  if (value === undefined) return 0;
  const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPart ? Object.keys(value).length : 1;
};

/** Counts the entries of some parts together. */
export const countEntries = (parts: readonly unknown[]) =>
  parts.reduce<number>((sum, part) => sum + countMembers(part), 0);

/** Tells what is wrong with what was kept, by the entries of its parts that were understood; others may know more parts. */
function findPartsFault(kept: string | null, understood: object): KeptFault | null {
  if (kept === null) return null;
  const value = parseVersioned(kept);
  if (value === undefined) return isFromLaterVersion(kept) ? 'later' : 'unreadable';
  const parts = Object.keys(understood).map((name) => getOwn(value, name));
  return countEntries(parts) > countEntries(Object.values(understood)) ? 'unreadable' : null;
}

/** As many as are set aside under one key, each under a number. */
const MOST_UNREAD = 9;

/** Where what nobody understood stays when its key is written again: the first one, and those after it. */
export const toUnreadKey = (key: string, number = 1) =>
  number === 1 ? `${key}.unread` : `${key}.unread.${number}`;

/** Finds where something can be set aside: where it is already, or where nothing else is. */
function findFreeKey(storage: SafeStorage, key: string, kept: string): string | null {
  for (let number = 1; number <= MOST_UNREAD; number += 1) {
    const name = toUnreadKey(key, number);
    const there = readKept(storage, name);
    if (there === null || there === kept) return name;
  }
  return null;
}

/**
 * Reports what is wrong with what was kept under a key, by what was understood of it. What was not is
 * set aside whole, so that nothing is lost as the key is written again.
 */
export function setAside(
  storage: SafeStorage,
  key: string,
  kept: string | null,
  understood: object,
  report: (fault: KeptFault) => void,
): void {
  const fault = findPartsFault(kept, understood);
  if (fault === 'unreadable' && kept !== null) {
    const free = findFreeKey(storage, key, kept);
    if (free !== null) storage.set(free, kept);
  }
  if (fault) report(fault);
}
