import { expect, test } from 'vitest';
import { toRoomBelow, toRowScroll } from '../../src/panels/table/StepTable.layout.ts';

/** Five rows of 50 px and a high one under a head of 30 px, in a box in which three of 50 px are seen whole. */
const TOPS = [30, 80, 130, 180, 230, 280];
const BOX = { clientHeight: 190, head: 30, tops: TOPS, end: 580, scrollTop: 0 };

test('without a current row the top is shown', () => {
  expect(toRowScroll({ ...BOX, scrollTop: 70, current: -1 })).toBe(0);
});

test('a row that is in view with both of its neighbours stays where it is', () => {
  expect(toRowScroll({ ...BOX, current: 0 })).toBe(0);
  expect(toRowScroll({ ...BOX, current: 1 })).toBe(0);
});

test('of a row further down, the one before and the one after are seen too, and the first is whole', () => {
  expect(toRowScroll({ ...BOX, current: 2 })).toBe(50);
  expect(toRowScroll({ ...BOX, current: 3 })).toBe(100);
});

test('on the way back too', () => {
  expect(toRowScroll({ ...BOX, scrollTop: 100, current: 2 })).toBe(50);
});

test('where a neighbour has no room the one that comes goes first', () => {
  expect(toRowScroll({ ...BOX, clientHeight: 150, current: 2 })).toBe(100);
  expect(toRowScroll({ ...BOX, clientHeight: 120, current: 2 })).toBe(100);
  // No room for the high one after it: those before are seen.
  expect(toRowScroll({ ...BOX, current: 4 })).toBe(100);
});

test('a row that is higher than the box begins under the head', () => {
  expect(toRowScroll({ ...BOX, current: 5 })).toBe(250);
});

test('at the end the last three are seen', () => {
  const rows = { ...BOX, tops: TOPS.slice(0, 5), end: 280 };
  expect(toRowScroll({ ...rows, current: 4 })).toBe(100);
});

test('at the end there is room enough below for the first row that is seen to be whole', () => {
  const rows = { ...BOX, tops: [30, 80, 190], end: 290 };
  const to = toRowScroll({ ...rows, current: 2 });
  expect(to).toBe(160);
  const room = toRoomBelow({ ...rows, to });
  expect(rows.end + room - rows.clientHeight).toBe(to);
  expect(toRoomBelow({ ...rows, to: 0, clientHeight: 290 })).toBe(1);
});
