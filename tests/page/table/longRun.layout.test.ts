import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowWindow } from '../../../src/panels/table/LongRun.layout.ts';
import {
  ROW_HEIGHT,
  scrollWindow,
  settleWindow,
  windowAround,
} from '../../../src/panels/table/LongRun.layout.ts';

/** A box as a browser would lay it out: rows of any height between the room above and below. */
class Box {
  scrollTop = 0;
  #above = 0;
  #window: RowWindow;

  readonly heights: readonly number[];
  readonly height: number;

  constructor(heights: readonly number[], height: number) {
    this.heights = heights;
    this.height = height;
    this.#window = windowAround(0, height, heights.length);
    this.#settle();
  }

  get window() {
    return this.#window;
  }

  get edges(): readonly number[] {
    const edges = [this.#above];
    for (let row = this.#window.from; row < this.#window.to; row++) {
      edges.push((edges.at(-1) as number) + (this.heights[row] as number));
    }
    return edges;
  }

  get scrollHeight() {
    return (this.edges.at(-1) as number) + (this.heights.length - this.#window.to) * ROW_HEIGHT;
  }

  get maxScroll() {
    return Math.max(0, this.scrollHeight - this.height);
  }

  /** Where a row stands in the box; `null` when it is not there. */
  toTop(row: number) {
    const edge = this.edges[row - this.#window.from];
    return edge === undefined || row < this.#window.from ? null : edge - this.scrollTop;
  }

  /** What is in view and no row covers; pixels. */
  get blank() {
    const [first = 0, last = 0] = [this.edges[0], this.edges.at(-1)];
    const below = Math.min(this.height, this.scrollHeight - this.scrollTop);
    return Math.max(0, first - this.scrollTop) + Math.max(0, below - (last - this.scrollTop));
  }

  scrollTo(top: number) {
    this.scrollTop = Math.max(0, Math.min(top, this.maxScroll));
    for (let tries = 0; tries < 5; tries++) {
      const view = { top: this.scrollTop, height: this.height };
      const window = scrollWindow(this.#window, this.edges, view, this.heights.length);
      if (window === this.#window) return;
      this.#show(window);
    }
    throw new RangeError('the window does not come to rest');
  }

  jumpTo(row: number) {
    this.#show(windowAround(row, this.height, this.heights.length));
    this.scrollTo((this.toTop(row) as number) + this.scrollTop);
  }

  #show(window: RowWindow) {
    this.#window = window;
    this.#settle();
  }

  #settle() {
    const { from, anchor } = this.#window;
    const before = this.heights.slice(from, anchor).reduce((sum, height) => sum + height, 0);
    const { top, scrollBy } = settleWindow(this.#window, before);
    this.#above = top;
    this.scrollTop = Math.max(0, Math.min(this.scrollTop + scrollBy, this.maxScroll));
  }
}

const toHeights = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: 81, maxLength: 600 });

/** Rows lower than expected, higher ones, and any. */
const boxes = fc
  .record({
    heights: fc.oneof(toHeights(36, 60), toHeights(110, 320), toHeights(36, 320)),
    height: fc.integer({ min: 120, max: 1600 }),
  })
  .map(({ heights, height }) => new Box(heights, height));

describe('the window of rows', () => {
  test('is small, and holds the row that it is for', () => {
    for (const count of [81, 1000, 100_000]) {
      for (const row of [0, 1, 40, count - 2, count - 1]) {
        const { from, to } = windowAround(row, 400, count);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThan(40);
        expect(row >= from && row < to).toBe(true);
      }
    }
  });

  test('stays the same as long as it covers what is in view and some rows around', () => {
    const box = new Box(Array(1000).fill(80), 400);
    box.jumpTo(500);
    const { window } = box;
    box.scrollTo(box.scrollTop + 90);
    expect(box.window).toBe(window);
    box.scrollTo(box.scrollTop + 800);
    expect(box.window).not.toBe(window);
  });

  test('covers whatever is in view after every scroll, jump or drag', () => {
    const moves = fc.array(
      fc.oneof(
        fc
          .integer({ min: -900, max: 900 })
          .map((by) => (box: Box) => box.scrollTo(box.scrollTop + by)),
        fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (box: Box) => {
          box.scrollTo(share * box.maxScroll);
        }),
        fc.nat(599).map((row) => (box: Box) => box.jumpTo(Math.min(row, box.heights.length - 1))),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(boxes, moves, (box, all) => {
        for (const move of all) {
          move(box);
          expect(box.blank).toBe(0);
        }
      }),
    );
  });

  test('lets rows glide: each goes as far as the wheel turned, in both directions', () => {
    const wheel = fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 120 });
    fc.assert(
      fc.property(boxes, fc.nat(80), wheel, (box, start, turns) => {
        box.jumpTo(start);
        for (const by of turns) {
          const wanted = box.scrollTop + by;
          if (wanted < 0 || wanted > box.maxScroll) continue;
          const row = box.heights.findIndex((_, i) => (box.toTop(i) ?? -1) >= Math.max(0, by));
          const before = box.toTop(row);
          box.scrollTo(wanted);
          // At either end the box may have to stop.
          const isEnd = box.scrollTop === 0 || box.scrollTop === box.maxScroll;
          if (before === null || isEnd || box.toTop(row) === null) continue;
          expect(box.toTop(row)).toBeCloseTo(before - by);
        }
      }),
    );
  });

  test('ends where the run does: the first row at the top, the last one at the bottom', () => {
    fc.assert(
      fc.property(boxes, fc.nat(80), fc.integer({ min: 40, max: 300 }), (box, start, by) => {
        const { length } = box.heights;
        box.jumpTo(start);
        for (let i = 0; i < 40_000 / by; i++) box.scrollTo(box.scrollTop - by);
        expect(box.toTop(0)).toBeCloseTo(0);
        for (let i = 0; i < 300_000 / by; i++) box.scrollTo(box.scrollTop + by);
        expect(box.window.to).toBe(length);
        expect(box.toTop(length - 1)).toBeCloseTo(box.height - (box.heights.at(-1) as number));
        // Home and End, at once.
        box.scrollTo(0);
        expect(box.toTop(0)).toBe(0);
        box.scrollTo(box.maxScroll);
        expect(box.window.to).toBe(length);
        expect(box.toTop(length - 1)).toBeCloseTo(box.height - (box.heights.at(-1) as number));
      }),
      { numRuns: 30 },
    );
  });
});
