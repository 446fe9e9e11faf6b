import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** What was done: a row of a long run that scrolls back into its window does not ask again. */
const answered = new WeakSet<object>();

/**
 * Brings an element into view and gives it the focus when `request` becomes something new; asking
 * again with another object does it again. `null` asks for nothing.
 */
export function useBringIntoView<T extends HTMLElement>(
  request: object | null,
): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (request === null || !element.current || answered.has(request)) return;
    answered.add(request);
    element.current.scrollIntoView({ block: 'center', inline: 'nearest' });
    element.current.focus({ preventScroll: true });
  }, [request]);
  return element;
}
