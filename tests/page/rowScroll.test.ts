import { expect, test } from 'vitest';
import { toRoomBelow, toRowScroll } from '../../src/panels/table/StepTable.layout.ts';

/** Three rows of 50 px under a head of 30 px, and a high one, in a box of 200 px. */
const TOPS = [30, 80, 130, 180];
const BOX = { clientHeight: 200, head: 30, tops: TOPS, end: 480 };

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

test('the last row needs no room for a next one', () => {
  const rows = { ...BOX, tops: [30, 80, 130], end: 180 };
  expect(toRowScroll({ ...rows, scrollTop: 0, top: 130, height: 50 })).toBe(0);
});

test('at the end there is room enough below for the first row that is seen to be whole', () => {
  const rows = { ...BOX, tops: [30, 80, 190], end: 290 };
  const to = toRowScroll({ ...rows, scrollTop: 0, top: 190, height: 100 });
  expect(to).toBe(160);
  const room = toRoomBelow({ ...rows, to });
  expect(rows.end + room - rows.clientHeight).toBe(to);
  expect(toRoomBelow({ ...rows, to: 0, clientHeight: 290 })).toBe(1);
});
