import type { RefObject } from 'react';
import { useEffect, useLayoutEffect } from 'react';
import { usePlayer } from '../../player/usePlayer.ts';
import { toRowScroll } from './StepTable.layout.ts';

/** Scrolls the box, if it has to, so that the current row is in view. */
export function showCurrentRow(box: HTMLElement | null) {
  if (!box) return;
  const row = box.querySelector<HTMLElement>('tr[aria-current="step"]');
  // Of a long run it may be out of the window; without a step there is none, and the top is shown.
  if (!row && usePlayer.getState().cursor > 0) return;
  const head = box.querySelector('thead')?.offsetHeight ?? 0;
  const { scrollTop, clientHeight } = box;
  const top = row?.offsetTop ?? 0;
  const height = row?.offsetHeight ?? 0;
  const to = toRowScroll({ scrollTop, clientHeight, head, top, height });
  if (to !== scrollTop) box.scrollTop = to;
}

/** Keeps the current row in view inside its own box; the page itself never scrolls. */
export function RowFollower({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const cursor = usePlayer((player) => player.cursor);
  const columns = usePlayer((player) => player.columns);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves with either of them
  useLayoutEffect(() => {
    // Measured just before the paint, when the layout has to be computed anyway.
    const soon = requestAnimationFrame(() => showCurrentRow(box.current));
    return () => cancelAnimationFrame(soon);
  }, [box, cursor, columns]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => showCurrentRow(box.current));
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, [box]);
  return null;
}
