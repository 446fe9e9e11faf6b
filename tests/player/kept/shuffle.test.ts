import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSeed } from '../../../src/player/kept/drawSeed.ts';
import { isSeed } from '../../../src/player/kept/isSeed.ts';
import { shuffle } from '../../../src/player/kept/shuffle.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it('orders all indices, each once, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), seeds, (count, seed) => {
      const order = shuffle(count, seed);
      expect(order.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
      expect(shuffle(count, seed)).toEqual(order);
    }),
  );
});

it('gives the prerendered page an order that never changes', () => {
  expect([1, 2, 3].map((seed) => shuffle(4, seed).join(''))).toMatchInlineSnapshot(`
    [
      "3102",
      "1302",
      "1302",
    ]
  `);
});

it('gives each of the 24 orders of four options about as often as any other', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 24_000; seed += 1) {
    const order = shuffle(4, seed).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

it('draws a seed with and without a source of randomness', () => {
  expect(isSeed(drawSeed())).toBe(true);
  expect(isSeed(drawSeed({} as Crypto))).toBe(true);
  const zero = { getRandomValues: (values: Uint32Array) => values } as unknown as Crypto;
  expect(drawSeed(zero)).toBe(1);
});
