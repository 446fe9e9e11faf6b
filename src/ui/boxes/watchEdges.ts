import { watchSize } from './watchSize.ts';

/**
 * Notes on the box of a table whether a row is cut off by its head, and whether rows are left below, so
 * that its style sheet lets them fade there. Returns what ends it.
 */
export function watchEdges(box: HTMLElement): () => void {
  const note = () => {
    const { scrollTop, scrollHeight, clientHeight } = box;
    const edge = scrollTop + (box.querySelector('thead')?.offsetHeight ?? 0);
    const isCut = [...box.querySelectorAll<HTMLElement>('tbody > tr')].some(
      ({ offsetTop, offsetHeight }) => offsetTop < edge - 1 && offsetTop + offsetHeight > edge + 1,
    );
    box.toggleAttribute('data-cut-above', isCut);
    box.toggleAttribute('data-below', scrollHeight - clientHeight - scrollTop > 1);
  };
  box.addEventListener('scroll', note, { passive: true });
  const stops = [box, ...box.children].map((element) => watchSize(element, note));
  return () => {
    box.removeEventListener('scroll', note);
    for (const stop of stops) stop();
  };
}
