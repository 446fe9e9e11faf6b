/**
 * Tells an element, as `--over`, how far above the window's lower edge the playback bar begins, as long
 * as the page is there to be scrolled: nothing where the bar is at the upper edge. Returns what ends it.
 */
export function followBar({ style }: HTMLElement): () => void {
  const bar = document.getElementById('playback');
  const follow = () => {
    const top = bar?.getBoundingClientRect().top ?? 0;
    const over = top > window.innerHeight / 2 ? window.innerHeight - top : 0;
    style.setProperty('--over', `${Math.max(over, 0)}px`);
  };
  const end = new AbortController();
  const { signal } = end;
  window.addEventListener('scroll', follow, { signal, passive: true });
  window.addEventListener('resize', follow, { signal });
  follow();
  return () => end.abort();
}
