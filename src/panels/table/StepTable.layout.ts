interface RowBox {
  readonly scrollTop: number;
  readonly clientHeight: number;
  /** Height of the head that stays in place. */
  readonly head: number;
  readonly top: number;
  readonly height: number;
}

/** Room to keep after the row, so that the next one can be seen coming; pixels. */
const LOOK_AHEAD = 56;

/** Returns where the box must be scrolled to, in pixels, for the row to be in view; unchanged when it is. */
export function toRowScroll({ scrollTop, clientHeight, head, top, height }: RowBox): number {
  if (height === 0) return 0;
  const upper = top - head;
  const lower = top + height + LOOK_AHEAD - clientHeight;
  if (scrollTop > upper) return Math.max(0, upper);
  if (scrollTop < lower) return Math.min(lower, upper);
  return scrollTop;
}
