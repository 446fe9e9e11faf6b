import type { ComponentType, ReactNode } from 'react';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { CONTROL_TEXTS } from '../lesson/texts/shell/controls.ts';
import { Button } from './Button.tsx';
import type { LatePart } from './latePart.ts';

interface LateProps {
  /** What is loaded, for the notice. */
  name: string;
  part: LatePart;
  /** Waits until its place is nearly in view, or until this resolves. */
  unlessNear?: (window: Window) => Promise<void>;
  /** Stands in its place meanwhile. */
  children?: ReactNode;
}

/** How far outside the view a place counts as near. */
const NEAR = '200px';

/** A part of the page whose code is loaded when it is wanted; it says so when that fails. */
export function Late({ name, part, unlessNear, children = null }: LateProps) {
  const [Part, setPart] = useState<ComponentType | null>(part.now);
  const [failed, setFailed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const start = useCallback(() => {
    const load = () => {
      setFailed(false);
      part.load().then(
        // Not in one go: a large part would hold up a key.
        (loaded) => startTransition(() => setPart(() => loaded)),
        () => setFailed(true),
      );
    };
    // Offline it would only fail: it comes with the network.
    if (part.now() || navigator.onLine) load();
    else window.addEventListener('online', load, { once: true });
  }, [part]);
  useEffect(() => {
    if (part.now()) return setPart(part.now);
    if (!unlessNear || !place.current || !('IntersectionObserver' in window)) return start();
    let started = false;
    const startOnce = () => {
      observer.disconnect();
      if (!started) start();
      started = true;
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) startOnce();
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    void unlessNear(window).then(startOnce);
    return () => {
      started = true;
      observer.disconnect();
    };
  }, [part, unlessNear, start]);
  if (Part) return <Part />;
  if (!failed) return <div ref={place}>{children}</div>;
  return (
    <p role="alert">
      {CONTROL_TEXTS.sayNotLoaded(name)} <Button onClick={start}>{CONTROL_TEXTS.tryAgain}</Button>
    </p>
  );
}
