import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';
import { useSeen } from '../../player/position/useSeen.ts';

function showColumn(box: HTMLElement | null, step: number) {
  const cell = box?.querySelector<HTMLElement>(`th[data-step="${step}"]`);
  const names = box?.querySelector<HTMLElement>('th')?.offsetWidth ?? 0;
  if (!box || !cell) return;
  const { scrollLeft, clientWidth } = box;
  const [left, right] = [cell.offsetLeft - names, cell.offsetLeft + cell.offsetWidth];
  if (scrollLeft > left) box.scrollLeft = left;
  else if (scrollLeft + clientWidth < right) box.scrollLeft = right - clientWidth;
}

interface FollowerProps {
  box: RefObject<HTMLDivElement | null>;
  /** First of the steps shown, where it can change; else `null`. */
  from: number | null;
}

/** Keeps the current column in view where all steps are shown, beside the names that stay. */
export function ColumnFollower({ box, from }: FollowerProps) {
  const cursor = useSeen((seen) => seen.cursor);
  // Other columns come into the same place: not one frame with those of another step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => showColumn(box.current, cursor), [box, cursor, from]);
  return null;
}
