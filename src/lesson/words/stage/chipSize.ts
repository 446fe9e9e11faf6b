import type { ChipSize } from '../../telling.ts';

/** As long as a credential may be to be drawn as usual, in characters. */
const USUAL = 256;
const LARGEST = 6;

/** Returns by how much a credential is drawn longer than usual, where it is: one more for each doubling of its characters. */
export function toChipSize({ length }: string): { readonly size?: ChipSize } {
  const doubled = Math.ceil(Math.log2(length / USUAL));
  return doubled <= 0 ? {} : { size: Math.min(LARGEST, doubled) as ChipSize };
}
