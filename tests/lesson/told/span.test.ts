import { describe, expect, test } from 'vitest';
import { formatSpan } from '../../../src/lesson/page/format.ts';
import { toSpan, WHOLE_RUN } from '../../../src/lesson/told/span.ts';

const SIZE = 20;
const at = (cursor: number, lastStep: number) => toSpan(Math.floor(cursor / SIZE), SIZE, lastStep);

test('a short run is shown whole, wherever the cursor is', () => {
  for (const lastStep of [0, 12, WHOLE_RUN]) {
    for (const cursor of [0, lastStep])
      expect(at(cursor, lastStep)).toEqual({ from: 0, to: lastStep, isWhole: true });
  }
});

describe('of a long run', () => {
  const LAST = 10_000;

  test.each([
    [0, 0, 59],
    [39, 0, 59],
    [40, 20, 79],
    [59, 20, 79],
    [60, 40, 99],
    [5000, 4980, 5039],
    [9999, 9960, 9999 + 1],
    [10_000, 9980, 10_000],
  ])('at step %i the steps %i to %i are shown', (cursor, from, to) => {
    expect(at(cursor, LAST)).toEqual({ from, to, isWhole: false });
  });

  test('the cursor is always among them, with a block before and after it unless the run ends', () => {
    for (let cursor = 0; cursor <= LAST; cursor++) {
      const { from, to } = at(cursor, LAST);
      expect(cursor - from).toBeGreaterThanOrEqual(Math.min(cursor, SIZE));
      expect(to - cursor).toBeGreaterThanOrEqual(Math.min(LAST - cursor, SIZE));
      expect(to - from).toBeLessThan(3 * SIZE);
    }
  });

  test('it is said which', () => {
    const words = (cursor: number) => {
      const { from, to } = at(cursor, LAST);
      return formatSpan(from, to, LAST);
    };
    expect(words(3)).toBe('Start to step 59 of 10000: those around the current step.');
    expect(words(5000)).toBe('Steps 4980 to 5039 of 10000: those around the current step.');
  });
});
