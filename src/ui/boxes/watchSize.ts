/**
 * Calls back when an element has another size, once at the start too; where a browser does not tell
 * that, whenever the window has. Returns what ends it.
 */
export function watchSize(element: Element, onChange: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') {
    onChange();
    window.addEventListener('resize', onChange);
    return () => window.removeEventListener('resize', onChange);
  }
  const sizes = new ResizeObserver(onChange);
  sizes.observe(element);
  return () => sizes.disconnect();
}
