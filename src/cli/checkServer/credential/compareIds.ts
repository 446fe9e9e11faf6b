/** Estimates how many bits some characters hold, by the alphabet that they are of. */
function toBits(count: number, seen: string): number {
  if (/^\d*$/.test(seen)) return count * Math.log2(10);
  return /^[\da-f]*$/i.test(seen) ? count * 4 : count * 6;
}

/** Estimates how many bits of an ID can vary. */
export function estimateBits(id: string): number {
  // The dashes of a UUID are always there.
  const digits = id.replaceAll('-', '');
  return /^[\da-f]*$/i.test(digits) ? toBits(digits.length, digits) : toBits(id.length, id);
}

/** How far the IDs of several logins differ. */
export interface Spread {
  readonly ids: number;
  readonly length: number;
  /** Positions at which not all are alike. */
  readonly varying: number;
  readonly bits: number;
}

/** Fewer IDs than these are alike in many a position by chance. */
const FEWEST = 3;

/** Compares IDs position by position; `null` where fewer than three of them differ. */
export function compareIds(all: readonly string[]): Spread | null {
  const ids = [...new Set(all)];
  if (ids.length < FEWEST) return null;
  const length = Math.max(...ids.map((id) => id.length));
  const columns = Array.from({ length }, (_, i) => [...new Set(ids.map((id) => id[i] ?? ''))]);
  const varying = columns.filter((column) => column.length > 1);
  const bits = toBits(varying.length, varying.flat().join(''));
  return { ids: ids.length, length, varying: varying.length, bits };
}

/** As many bits as an ID has to have, in all. */
export const ENOUGH_BITS = 64;
/** IDs of chance with enough bits differ in fewer than these once in a million million runs. */
export const FEWEST_VARYING = 40;
