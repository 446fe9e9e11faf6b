import { watchSize } from './watchSize.ts';

/**
 * Notes on the box of a table whether a row is cut off at its upper edge, or by the head that stays there,
 * and whether rows are left below, so that its style sheet lets them fade there. Returns what ends it.
 */
export function watchEdges(box: HTMLElement): () => void {
  const note = () => {
    const { top, bottom } = box.getBoundingClientRect();
    const head = box.querySelector('thead')?.getBoundingClientRect().bottom ?? top;
    const edge = Math.max(top, head);
    const rows = [...box.querySelectorAll('tbody > tr')].map((row) => row.getBoundingClientRect());
    const isCut = rows.some((row) => row.top < edge - 1 && row.bottom > edge + 1);
    box.toggleAttribute('data-cut-above', isCut);
    box.toggleAttribute('data-below', (rows.at(-1)?.bottom ?? bottom) > bottom + 1);
  };
  box.addEventListener('scroll', note, { passive: true });
  const stops = [box, ...box.children].map((element) => watchSize(element, note));
  return () => {
    box.removeEventListener('scroll', note);
    for (const stop of stops) stop();
  };
}
