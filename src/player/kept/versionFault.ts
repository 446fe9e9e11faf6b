import type { KeptFault } from './keepStore.ts';
import { isFromLaterVersion, parseVersioned } from './parseVersioned.ts';

/** Tells what is wrong with what was kept, by the version that it says alone: others may know more members. */
export function findVersionFault(kept: string | null): KeptFault | null {
  if (kept === null || parseVersioned(kept) !== undefined) return null;
  return isFromLaterVersion(kept) ? 'later' : 'unreadable';
}
