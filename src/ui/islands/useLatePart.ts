import type { ComponentType } from 'react';
import { startTransition, useEffect, useState } from 'react';
import { awaitPart } from './awaited.ts';
import type { LatePart } from './latePart.ts';
import { useLoadingState } from './useLoadingState.ts';

/** Gets a late part as soon as it is rendered; `Part` is `null` until it is here. */
export function useLatePart<Props>(part: LatePart<Props>, onStuck?: () => void) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(part.now);
  const { state, start, retry } = useLoadingState({
    load: async () => {
      const loaded = await part.load();
      // Not in one go: a large part would hold up a key.
      startTransition(() => setPart(() => loaded));
    },
    isHere: () => part.now() !== null,
    onStuck,
  });
  useEffect(() => {
    if (part.now()) setPart(part.now);
    else start();
  }, [part, start]);
  const isAwaited = !Part && !part.isExtra && state === 'coming';
  useEffect(() => (isAwaited ? awaitPart() : undefined), [isAwaited]);
  return { Part, state, retry };
}
