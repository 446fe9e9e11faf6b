interface RowBox {
  readonly scrollTop: number;
  readonly clientHeight: number;
  /** Height of the head that stays in place. */
  readonly head: number;
  /** Where each row begins, in their order. */
  readonly tops: readonly number[];
  /** Where the last row ends. */
  readonly end: number;
  /** Which row is the current one; -1 for none. */
  readonly current: number;
}

/**
 * Returns where the box must be scrolled to, in pixels, for the current row to be in view with the one
 * before it and the one after it, or with as many of them as there is room for; unchanged when they are.
 * The first row that is seen then is whole.
 */
export function toRowScroll({ scrollTop, clientHeight, head, tops, end, current }: RowBox): number {
  if (current < 0) return 0;
  const toTop = (row: number) => (tops[Math.max(0, row)] ?? end) - head;
  const toLower = (row: number) => (tops[row + 1] ?? end) - clientHeight;
  const fits = (from: number, to: number) => toLower(to) <= toTop(from);
  const to = fits(current, current + 1) ? current + 1 : current;
  const upper = toTop(fits(current - 1, to) ? current - 1 : current);
  if (scrollTop > upper) return Math.max(0, upper);
  const lower = toLower(to);
  if (scrollTop >= lower) return scrollTop;
  const first = tops.find((top) => top - head >= lower) ?? end;
  return Math.min(first - head, upper);
}

/** What there is under the last row in any case; pixels. */
const EDGE = 1;

/**
 * Returns the room that a box needs under its last row to be scrolled as far as it has to be: without
 * it, the first row that is seen at the end would be cut. None in a box that shows all its rows.
 */
export function toRoomBelow({
  to,
  clientHeight,
  end,
}: { to: number } & Pick<RowBox, 'clientHeight' | 'end'>) {
  return end <= clientHeight ? EDGE : Math.max(EDGE, to + clientHeight - end);
}
