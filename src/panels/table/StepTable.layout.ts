interface RowBox {
  readonly scrollTop: number;
  readonly clientHeight: number;
  /** Height of the head that stays in place. */
  readonly head: number;
  readonly top: number;
  readonly height: number;
  /** Where each row begins, in their order. */
  readonly tops: readonly number[];
  /** Where the last row ends. */
  readonly end: number;
}

/** Room to keep after the row, so that the next one can be seen coming; pixels. */
const LOOK_AHEAD = 56;

/**
 * Returns where the box must be scrolled to, in pixels, for the row to be in view; unchanged when it is.
 * The first row that is seen then is whole.
 */
export function toRowScroll({
  scrollTop,
  clientHeight,
  head,
  top,
  height,
  tops,
  end,
}: RowBox): number {
  if (height === 0) return 0;
  const upper = top - head;
  const lower = Math.min(top + height + LOOK_AHEAD, end) - clientHeight;
  if (scrollTop > upper) return Math.max(0, upper);
  if (scrollTop < lower) {
    const first = tops.find((one) => one - head >= lower) ?? top;
    return Math.min(first - head, upper);
  }
  return scrollTop;
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
