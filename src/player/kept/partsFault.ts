import type { KeptFault } from './keepStore.ts';
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

/** Where what nobody understood stays when its key is written again. */
export const toUnreadKey = (key: string) => `${key}.unread`;

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
  if (fault === 'unreadable' && kept !== null) storage.set(toUnreadKey(key), kept);
  if (fault) report(fault);
}
