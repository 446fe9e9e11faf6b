import type { ComponentType, ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import type { LatePart } from './latePart.ts';

interface LateProps {
  /** What is loaded, for the notice. */
  name: string;
  part: LatePart;
  /** Waits until its place is nearly in view. */
  near?: boolean;
  /** Stands in its place meanwhile. */
  children?: ReactNode;
}

/** How far outside the view a place counts as near. */
const NEAR = '200px';

/** A part of the page whose code is loaded when it is wanted; it says so when that fails. */
export function Late({ name, part, near = false, children = null }: LateProps) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const start = useCallback(() => {
    const load = () => {
      setFailed(false);
      part.load().then(
        (loaded) => setPart(() => loaded),
        () => setFailed(true),
      );
    };
    // Offline it would only fail: it comes with the network.
    if (part.isHere() || navigator.onLine) load();
    else window.addEventListener('online', load, { once: true });
  }, [part]);
  useEffect(() => {
    if (!near || !place.current || !('IntersectionObserver' in window)) return start();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        start();
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near, start]);
  if (Part) return <Part />;
  if (!failed) return <div ref={place}>{children}</div>;
  return (
    <p role="alert">
      {name} could not be loaded. <Button onClick={start}>Try again</Button>
    </p>
  );
}
