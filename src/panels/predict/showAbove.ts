import type { Strategy } from '../../sim/strategy.ts';

/**
 * Scrolls the server of a lane, or the whole stage, above a sheet; of what is higher than that its
 * beginning. What is seen already stays where it is.
 */
export function showAbove(sheet: HTMLElement, lane: Strategy | null): void {
  // Elsewhere it is no sheet, and covers nothing.
  if (getComputedStyle(sheet).position !== 'fixed') return;
  const shown = document.querySelector(
    lane ? `#stage [data-lane="${lane}"] > [data-tone] > :last-child` : '#stage',
  );
  if (!shown) return;
  const { top, bottom } = shown.getBoundingClientRect();
  const edge = sheet.getBoundingClientRect().top;
  const by = bottom > edge ? Math.min(bottom - edge, top) : Math.min(top, 0);
  if (by !== 0) scrollBy(0, by);
}
