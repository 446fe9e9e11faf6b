import { expect, test } from 'vitest';
import { formatLeft } from '../../../src/lesson/page/timeLeft.ts';

test('time left is told by the clock', () => {
  expect(formatLeft(null, 0)).toBe('no end');
  expect(formatLeft(900, 360)).toBe('9 min left');
  expect(formatLeft(900, 899)).toBe('1 s left');
  expect(formatLeft(900, 900)).toBe('expired');
});
