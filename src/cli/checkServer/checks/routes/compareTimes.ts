/** Less than this, in milliseconds, drowns in the network between a stranger and a server. */
const NOTICEABLE_MS = 20;
/** By chance alone, answers that take the same time come so far apart less often than this. */
const UNLIKELY = 1e-5;

/** What two rows of times come to, in milliseconds. */
export interface Comparison {
  readonly verdict: 'different' | 'alike' | 'unclear';
  /** Medians. */
  readonly known: number;
  readonly unknown: number;
  /** By how much the medians may differ though nothing is behind it. */
  readonly margin: number;
}

/** Reads a quantile between the values of a row in order. */
function toQuantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** Estimates how far a median may be off. @see McGill, Tukey and Larsen, Variations of Box Plots (1978) */
const toMargin = (times: readonly number[]) =>
  (1.57 * (toQuantile(times, 0.75) - toQuantile(times, 0.25))) / Math.sqrt(times.length);

/** Counts the orders of two rows by how many pairs stand the wrong way round. */
function countOrders(one: number, other: number): number[] {
  const most = one * other;
  const counts = [1, ...Array<number>(most).fill(0)];
  const at = (i: number) => counts[i] ?? 0;
  for (let i = 1; i <= one; i++) {
    for (let u = most; u >= other + i; u--) counts[u] = at(u) - at(u - other - i);
    for (let u = i; u <= most; u++) counts[u] = at(u) + at(u - i);
  }
  return counts;
}

/** Returns how likely it is that one row is so much above the other by chance. @see Mann and Whitney (1947) */
export function toChance(above: readonly number[], below: readonly number[]): number {
  const inverted = above.flatMap((high) => below.filter((low) => high <= low)).length;
  const counts = countOrders(above.length, below.length);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return sum(counts.slice(0, inverted + 1)) / sum(counts);
}

/** Compares how long known names take with how long unknown ones do, tried in turns. */
export function compareTimes(known: readonly number[], unknown: readonly number[]): Comparison {
  const medians = { known: toQuantile(known, 0.5), unknown: toQuantile(unknown, 0.5) };
  const margin = Math.hypot(toMargin(known), toMargin(unknown));
  const difference = medians.known - medians.unknown;
  const chance = difference > 0 ? toChance(known, unknown) : toChance(unknown, known);
  const isFar = Math.abs(difference) > NOTICEABLE_MS;
  const came = { ...medians, margin };
  if (isFar && chance < UNLIKELY) return { ...came, verdict: 'different' };
  // What may be hidden by the noise is not said to be not there.
  const isClear = !isFar && margin < NOTICEABLE_MS;
  return { ...came, verdict: isClear ? 'alike' : 'unclear' };
}
