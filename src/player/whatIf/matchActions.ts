import type { Action } from '../../sim/action.ts';

/** An Action of a run, of its original, or of both: its index in each. */
export type Match =
  | { readonly own: number; readonly original: number | null }
  | { readonly own: null; readonly original: number };

/** Pairs that are compared at most; what lies between the ends of longer runs is told as replaced. */
const MOST_PAIRS = 1_000_000;

/** Lists the pairs of a longest common subsequence of what lies between the ends of two lists. */
function findCommon(own: readonly string[], original: readonly string[]) {
  const width = original.length + 1;
  if ((own.length + 1) * width > MOST_PAIRS) return [];
  const lengths = new Uint32Array((own.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = original.length - 1; j >= 0; j--) {
      const isSame = own[i] === original[j];
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < own.length && j < original.length) {
    if (own[i] === original[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Lists indices from one to before another. */
const toRange = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/**
 * Lays a run's Actions beside those of its original, in the order of both: as many as can be are in
 * both, and where one stands in place of another, the run's own comes first.
 */
export function matchActions(
  own: readonly Action[],
  original: readonly Action[],
): readonly Match[] {
  const [left, right] = [own, original].map((list) => list.map((one) => JSON.stringify(one)));
  const [a, b] = [left ?? [], right ?? []];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = findCommon(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const pairs = [
    ...toRange(0, start).map((i) => [i, i] as const),
    ...middle.map(([i, j]) => [start + i, start + j] as const),
    ...toRange(0, end).map((i) => [a.length - end + i, b.length - end + i] as const),
  ];
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  for (const [own, original] of [...pairs, [a.length, b.length] as const]) {
    matches.push(...toRange(i, own).map((at) => ({ own: at, original: null })));
    matches.push(...toRange(j, original).map((at) => ({ own: null, original: at })));
    if (own < a.length) matches.push({ own, original });
    [i, j] = [own + 1, original + 1];
  }
  return matches;
}
