import { startRandom } from '../../lesson/exercises/random.ts';

/**
 * Returns an order of the indices 0 to `count - 1`, the same for the same seed (Fisher-Yates).
 * Give each question a seed of its own, e.g. the reader's plus the question's index.
 */
export function shuffle(count: number, seed: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const random = startRandom(seed);
  for (let left = count - 1; left > 0; left -= 1) {
    const at = Math.floor(random() * (left + 1));
    const [a, b] = [order[left], order[at]];
    if (a === undefined || b === undefined) throw new RangeError(`no index ${at} of ${count}`);
    order[left] = b;
    order[at] = a;
  }
  return order;
}
