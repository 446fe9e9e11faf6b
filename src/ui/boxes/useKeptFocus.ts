import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { focusFirst } from './focusFirst.ts';

/**
 * Keeps the focus near: where what had it is gone from a part of the page, `place` in it gets it, and
 * where the whole part is gone, the first of what `findOutside` finds that takes it.
 */
export function useKeptFocus(
  part: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
  findOutside?: () => readonly (HTMLElement | null)[],
): void {
  const hadFocus = useRef(false);
  const outside = useRef(findOutside);

  useEffect(() => {
    const onFocus = () => {
      hadFocus.current = part.current?.contains(document.activeElement) === true;
    };
    const onPress = () => {
      hadFocus.current = false;
    };
    window.addEventListener('focusin', onFocus);
    window.addEventListener('pointerdown', onPress);
    return () => {
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('pointerdown', onPress);
      const isLost = document.activeElement === document.body && hadFocus.current;
      if (isLost) focusFirst(outside.current?.() ?? []);
    };
  }, [part]);

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && hadFocus.current;
    if (isLost) place.current?.focus({ preventScroll: true });
  });
}
