import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toSwipe } from '../../../src/player/position/swipe.ts';

it.each([
  [-48, 0, 200, 'next'],
  [48, 0, 200, 'previous'],
  [-200, 100, 200, 'next'],
  [-200, -101, 200, null],
  [-47, 0, 200, null],
  [-300, 0, 801, null],
  [0, 300, 200, null],
  [0, 0, 0, null],
  [Number.NaN, 0, 0, null],
])('%d across, %d down in %d ms is %s', (dx, dy, ms, swipe) => {
  expect(toSwipe(dx, dy, ms)).toBe(swipe);
});

it('is the opposite the other way round', () => {
  const opposite = { next: 'previous', previous: 'next' } as const;
  const px = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(px, px, fc.nat({ max: 1000 }), (dx, dy, ms) => {
      const swipe = toSwipe(dx, dy, ms);
      expect(toSwipe(-dx, dy, ms)).toBe(swipe && opposite[swipe]);
    }),
  );
});
