import { type RefObject, useEffect, useEffectEvent } from 'react';

/** How far outside the view something counts as near. */
const NEAR = '200px';

/** Calls back when the element comes near the view or leaves; in print all are near. */
export function useNear(
  element: RefObject<HTMLElement | null>,
  onChange: (isNear: boolean) => void,
): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (!element.current || !('IntersectionObserver' in window)) return tell(true);
    let isNear = false;
    const observer = new IntersectionObserver(
      (entries) => {
        isNear = entries.at(-1)?.isIntersecting ?? false;
        tell(isNear);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element.current);
    const onPrint = () => tell(true);
    const onPrinted = () => tell(isNear);
    window.addEventListener('beforeprint', onPrint);
    window.addEventListener('afterprint', onPrinted);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', onPrint);
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [element]);
}
