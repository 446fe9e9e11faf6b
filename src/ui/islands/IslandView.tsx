import { memo, Suspense, startTransition, useEffect, useRef, useState } from 'react';
import { Boundary } from './Boundary.tsx';
import { ComingNotice } from './ComingNotice.tsx';
import type { Island } from './island.ts';
import { useLoadingState } from './useLoadingState.ts';
import { useNear } from './useNear.ts';
import { useReplayedInput } from './useReplayedInput.ts';

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
  /** Its address. */
  id?: string | undefined;
  className?: string | undefined;
  /** Its `data-place`. */
  place?: string | undefined;
  /**
   * Makes its HTML one for whoever runs no script. With script that is a text, which costs the
   * opening of the page nothing, and the part is rendered when it is wanted.
   */
  isClosed?: boolean;
  /** Hears whether it can be seen. */
  onSight?: (isNear: boolean) => void;
  /** As in `Boundary`. */
  onChange?: (retry: () => void) => () => void;
  /** As in `Late`. */
  onStuck: () => void;
}

/**
 * The place of an island, with its HTML: it wakes when it comes near the view or is touched. Where
 * its code does not come the HTML stays, and its place says so.
 */
export function IslandView({
  island,
  id,
  className,
  place,
  isClosed = false,
  onSight,
  onChange,
  onStuck,
}: IslandViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(!isClosed);
  const { isHere } = island;
  const load = async () => {
    await island.wake();
    startTransition(() => setOpen(true));
  };
  const { state, start: wake, retry } = useLoadingState({ of: island, load, isHere, onStuck });
  useNear(root, (isNear) => {
    island.tellLook(isNear);
    onSight?.(isNear);
    if (isNear) wake();
  });
  useReplayedInput(root, island.alive, wake);
  return (
    <div ref={root} id={id} className={className} data-place={place}>
      {state === 'coming' ? null : (
        <ComingNotice name={island.name} state={state} onRetry={retry} />
      )}
      {isOpen ? (
        <Inside island={island} onChange={onChange} />
      ) : (
        <noscript>
          <island.Body />
        </noscript>
      )}
    </div>
  );
}
