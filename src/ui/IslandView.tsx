import { memo, Suspense, useEffect, useRef, useState } from 'react';
import { CONTROL_TEXTS } from '../lesson/texts/shell/controls.ts';
import { Boundary } from './Boundary.tsx';
import { Button } from './Button.tsx';
import type { Island } from './island.ts';
import { useNear } from './useNear.ts';
import { useWanted } from './useWanted.ts';

function Alive({ island }: { island: Island }) {
  useEffect(() => island.tellAlive(), [island]);
  return null;
}

interface InsideProps {
  island: Island;
  onChange?: ((retry: () => void) => () => void) | undefined;
}

/** Memoized: HTML that gets new props before it is alive is thrown away and rendered anew. */
const Inside = memo(function Inside({ island, onChange }: InsideProps) {
  return (
    <Suspense>
      <Boundary name={island.name} onChange={onChange}>
        <island.Body />
      </Boundary>
      <Alive island={island} />
    </Suspense>
  );
});

interface IslandViewProps {
  island: Island;
  className?: string | undefined;
  /** Hears whether it can be seen. */
  onSight?: (isNear: boolean) => void;
  /** As in `Boundary`. */
  onChange?: (retry: () => void) => () => void;
}

/**
 * The place of an island, with its HTML: it wakes when it comes near the view or is touched. Where
 * its code does not come the HTML stays, and offline it waits for the network.
 */
export function IslandView({ island, className, onSight, onChange }: IslandViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const wake = () => {
    setFailed(false);
    // Offline it would only fail: it comes with the network.
    if (navigator.onLine || island.isHere()) island.wake().catch(() => setFailed(true));
    else window.addEventListener('online', wake, { once: true });
  };
  useNear(place, (isNear) => {
    island.tellLook(isNear);
    onSight?.(isNear);
    if (isNear) wake();
  });
  useWanted(place, island.alive, wake);
  return (
    <div ref={place} className={className}>
      {failed ? (
        <p role="alert">
          {CONTROL_TEXTS.sayNotLoaded(island.name)}{' '}
          <Button onClick={wake}>{CONTROL_TEXTS.tryAgain}</Button>
        </p>
      ) : null}
      <Inside island={island} onChange={onChange} />
    </div>
  );
}
