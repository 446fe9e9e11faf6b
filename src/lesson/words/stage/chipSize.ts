import type { ChipSize } from '../../telling.ts';

/** As long as a credential may be to be drawn as usual, in characters. */
const USUAL = 256;
const LARGEST = 6;

/** Returns by how much a credential is drawn longer than usual: one more for each doubling of its characters. */
export function toChipSize({ length }: string): ChipSize {
  const doubled = Math.ceil(Math.log2(length / USUAL));
  return doubled <= 0 ? null : (Math.min(LARGEST, doubled) as ChipSize);
}
