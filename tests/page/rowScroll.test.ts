import { expect, test } from 'vitest';
import { toRowScroll } from '../../src/panels/table/StepTable.layout.ts';

/** Three rows of 50 px under a head of 30 px, and a high one, in a box of 200 px. */
const TOPS = [30, 80, 130, 180];
const BOX = { clientHeight: 200, head: 30, tops: TOPS };

test('a row in view stays where it is', () => {
  expect(toRowScroll({ ...BOX, scrollTop: 0, top: 80, height: 50 })).toBe(0);
});

test('of a row below, the first row that is seen is whole', () => {
  const to = toRowScroll({ ...BOX, scrollTop: 0, top: 130, height: 50 });
  expect(TOPS.map((top) => top - BOX.head)).toContain(to);
  expect(to).toBe(50);
});

test('a row that is higher than the box begins under the head', () => {
  expect(toRowScroll({ ...BOX, scrollTop: 0, top: 180, height: 300 })).toBe(150);
});

test('a row above begins under the head', () => {
  expect(toRowScroll({ ...BOX, scrollTop: 150, top: 80, height: 50 })).toBe(50);
});
