import type { RefObject } from 'react';
import { useEffect, useLayoutEffect } from 'react';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { watchSize } from '../../ui/boxes/watchSize.ts';

/** Scrolls the box, if it is too narrow for the run, so that a step's column is in its middle. */
function showColumn(box: HTMLElement | null) {
  if (!box) return;
  const { cursor, run } = usePlayer.getState();
  const { scrollWidth, clientWidth } = box;
  if (scrollWidth <= clientWidth) return;
  const column = scrollWidth / (run.telling.run.lastStep + 1);
  box.scrollLeft = (cursor + 0.5) * column - clientWidth / 2;
}

/** Notes on the box that something is left of what it shows, so that it fades and is not cut. */
function watchScroll(box: HTMLElement) {
  const note = () => box.toggleAttribute('data-scrolled', box.scrollLeft > 0);
  box.addEventListener('scroll', note, { passive: true });
  return () => box.removeEventListener('scroll', note);
}

/**
 * Keeps the column of the step in view inside the diagram's own box, once it is painted, so that no
 * key waits for the measuring; the page itself never scrolls.
 */
export function NodeFollower({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const cursor = useSeen((seen) => seen.cursor);
  const run = useSeen((seen) => seen.run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the column moves with the step
  useLayoutEffect(() => showColumn(box.current), [box, cursor, run]);
  useEffect(
    () => (box.current ? watchSize(box.current, () => showColumn(box.current)) : undefined),
    [box],
  );
  useEffect(() => (box.current ? watchScroll(box.current) : undefined), [box]);
  return null;
}
