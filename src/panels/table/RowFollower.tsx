import type { RefObject } from 'react';
import { useEffect, useLayoutEffect } from 'react';
import { useSeen } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { watchSize } from '../../ui/boxes/watchSize.ts';
import { toRoomBelow, toRowScroll } from './StepTable.layout.ts';

/** Scrolls the box, if it has to, so that the current row is in view. */
export function showCurrentRow(box: HTMLElement | null) {
  if (!box) return;
  const row = box.querySelector<HTMLElement>('tr[aria-current="step"]');
  // Of a long run it may be out of the window; without a step there is none, and the top is shown.
  if (!row && usePlayer.getState().cursor > 0) return;
  const head = box.querySelector('thead')?.offsetHeight ?? 0;
  const { scrollTop, clientHeight } = box;
  const rows = [...box.querySelectorAll<HTMLElement>('tbody > tr')];
  const tops = rows.map(({ offsetTop }) => offsetTop);
  const end = box.querySelector('table')?.offsetHeight ?? 0;
  const current = row ? rows.indexOf(row) : -1;
  // Where the window ends in the box, the row is shown above that.
  const inWindow = innerHeight - box.getBoundingClientRect().top;
  const height = inWindow > head ? Math.min(clientHeight, inWindow) : clientHeight;
  const to = toRowScroll({ scrollTop, clientHeight: height, head, tops, end, current });
  box.style.paddingBottom = `${toRoomBelow({ to, clientHeight, end })}px`;
  if (to !== scrollTop) box.scrollTop = to;
}

/**
 * Keeps the current row in view inside its own box, once it is painted, so that no key waits for
 * the measuring; the page itself never scrolls.
 */
export function RowFollower({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const cursor = useSeen((seen) => seen.cursor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves with the step
  useLayoutEffect(() => showCurrentRow(box.current), [box, cursor]);
  useEffect(() => {
    // Other columns make other rows, and what comes late above moves the box in the window: all that
    // moves the current one changes one of these sizes.
    const show = () => showCurrentRow(box.current);
    const table = box.current?.querySelector('table');
    const stops = [box.current, table, box.current?.closest('main')].map(
      (element) => element && watchSize(element, show),
    );
    return () => {
      for (const stop of stops) stop?.();
    };
  }, [box]);
  return null;
}
