/** Height to expect of a row that is not there yet, in pixels; any guess gives right pictures. */
export const ROW_HEIGHT = 100;

/** A row is at least as high as a line of text with its padding; pixels. */
const LOWEST_ROW = 36;

/** Rows that are there above and below what is in view, so that scrolling finds them ready. */
const MARGIN = 10;

/** Rows by which the margin may be off before other rows are shown. */
const SLACK = 5;

/**
 * Which rows of a long table are there, and what holds them in place. Rows are counted from 0;
 * pixels from the lower edge of the head.
 */
export interface RowWindow {
  readonly from: number;
  /** The row after the last one. */
  readonly to: number;
  /** The row whose upper edge stays where it is, whatever rows come before it. */
  readonly anchor: number;
  /** Where that edge is. */
  readonly at: number;
}

/** What of the rows is in view, in the same pixels. */
export interface View {
  readonly top: number;
  readonly height: number;
}

const clamp = (value: number, max: number) => Math.max(0, Math.min(value, max));

function place(from: number, height: number, count: number) {
  const size = Math.min(count, 2 * MARGIN + Math.ceil(height / LOWEST_ROW));
  const first = clamp(from, count - size);
  return { from: first, to: first + size };
}

/** Returns the window with a row in its middle, which stands where it would if all were estimated. */
export function windowAround(row: number, height: number, count: number): RowWindow {
  const half = MARGIN + Math.ceil(height / LOWEST_ROW / 2);
  return { ...place(row - half, height, count), anchor: row, at: row * ROW_HEIGHT };
}

/** The view shows none of the rows that are there: a drag of the scroll bar, or Home and End. */
function jumpWindow({ top, height }: View, bottom: number, count: number): RowWindow {
  // The start and the end are just that, however far the estimate is off.
  if (top <= 0) return { ...place(0, height, count), anchor: 0, at: 0 };
  if (top + height >= bottom - 1) {
    return { ...place(count, height, count), anchor: count, at: bottom };
  }
  const row = clamp(Math.floor(top / ROW_HEIGHT), count - 1);
  return { ...place(row - MARGIN, height, count), anchor: row, at: row * ROW_HEIGHT };
}

/**
 * Returns the window for what is in view; the same one as long as it will do. `edges` are the upper
 * edges of the rows that are there, and the lower edge of the last.
 */
export function scrollWindow(
  window: RowWindow,
  edges: readonly number[],
  view: View,
  count: number,
): RowWindow {
  const [first = 0, last = first] = [edges[0], edges.at(-1)];
  const { top, height } = view;
  if (top + height <= first || top >= last) {
    return jumpWindow(view, last + (count - window.to) * ROW_HEIGHT, count);
  }
  // However low they are: what is in view is covered at once.
  const hidden = Math.max(0, Math.ceil((first - top) / LOWEST_ROW));
  const inView = Math.max(0, edges.findIndex((edge) => edge > top) - 1);
  const next = place(window.from + inView - hidden - MARGIN, height, count);
  const isEnd = next.from === 0 || next.to === count;
  const isNear = !isEnd && Math.abs(next.from - window.from) < SLACK;
  const isSame = next.from === window.from && next.to === window.to;
  if (isSame || (isNear && next.to - next.from <= window.to - window.from)) return window;
  return { ...next, anchor: window.from + inView, at: edges[inView] ?? first };
}

/**
 * Returns where the rows of a window begin, given how high those before its anchor are, and by how
 * much the box has to scroll with them: not at all, but at the top, where no room may be left over
 * and none may be wanting.
 */
export function settleWindow({ from, at }: RowWindow, heightBefore: number) {
  const top = at - heightBefore;
  if (from > 0 && top > 0) return { top, scrollBy: 0 };
  return { top: from * ROW_HEIGHT, scrollBy: from * ROW_HEIGHT - top };
}
