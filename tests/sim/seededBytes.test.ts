import { describe, expect, test } from 'vitest';
import { seededBytes } from '../../src/sim/bytes/seededBytes.ts';

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const DRAWS = 2000;
const SIZE = 24;
const many = Array.from({ length: DRAWS }, (_, n) => seededBytes('seed', 'sid', n, SIZE));

test('the same arguments give the same bytes', () => {
  expect(seededBytes('a', 'sid', 7, SIZE)).toEqual(seededBytes('a', 'sid', 7, SIZE));
});

test.each([
  ['seed', seededBytes('b', 'sid', 7, SIZE)],
  ['source', seededBytes('a', 'jti', 7, SIZE)],
  ['number', seededBytes('a', 'sid', 8, SIZE)],
])('another %s gives others', (_what, bytes) => {
  expect(toHex(bytes)).not.toBe(toHex(seededBytes('a', 'sid', 7, SIZE)));
});

test.each([0, 1, 24, 32])(
  '%i bytes are that many, and the longer begin with the shorter',
  (size) => {
    const bytes = seededBytes('a', 'sid', 0, size);
    expect(bytes).toHaveLength(size);
    expect(toHex(seededBytes('a', 'sid', 0, size + 8))).toContain(toHex(bytes));
  },
);

describe(`${DRAWS} draws`, () => {
  test('are all different', () => {
    expect(new Set(many.map(toHex)).size).toBe(DRAWS);
  });

  test('have every byte about as often', () => {
    const counts = new Array<number>(256).fill(0);
    for (const byte of many.flatMap((bytes) => [...bytes])) counts[byte] = (counts[byte] ?? 0) + 1;
    const expected = (DRAWS * SIZE) / 256;
    const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 255 degrees of freedom: mean 255, standard deviation 22.6; five of them either way.
    expect(chiSquare).toBeGreaterThan(142);
    expect(chiSquare).toBeLessThan(368);
  });

  test('differ from the one before in about half of their bits', () => {
    const countBits = (byte: number) => byte.toString(2).replaceAll('0', '').length;
    const flips = many.slice(1).map((bytes, i) => {
      const before = many[i] ?? bytes;
      return bytes.reduce((sum, byte, j) => sum + countBits(byte ^ (before[j] ?? 0)), 0);
    });
    const mean = flips.reduce((sum, n) => sum + n, 0) / flips.length;
    expect(mean / (SIZE * 8)).toBeCloseTo(0.5, 1);
    expect(Math.min(...flips)).toBeGreaterThan(SIZE * 2);
  });
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('draw %d is refused', (n) => {
  expect(() => seededBytes('a', 'sid', n, SIZE)).toThrow(RangeError);
  expect(() => seededBytes('a', 'sid', n, SIZE)).toThrow(String(n));
});
