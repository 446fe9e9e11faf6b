import type { ComponentType } from 'react';
import { startTransition, useEffect, useState } from 'react';
import { awaitPart } from './awaited.ts';
import type { LatePart } from './latePart.ts';
import { useLoadingState } from './useLoadingState.ts';

interface Come<Props> {
  readonly of: LatePart<Props>;
  readonly Part: ComponentType<Props> | null;
}

/** Gets a late part as soon as it is rendered; `Part` is `null` until it is here. */
export function useLatePart<Props>(part: LatePart<Props>, onStuck?: () => void) {
  const [come, setCome] = useState<Come<Props>>(() => ({ of: part, Part: part.now() }));
  // Another part may be wanted in its place before it comes: each one comes for itself alone.
  const Part = come.of === part ? come.Part : part.now();
  const { state, start, retry } = useLoadingState({
    of: part,
    load: async () => {
      const loaded = await part.load();
      // Not in one go: a large part would hold up a key.
      startTransition(() => setCome({ of: part, Part: loaded }));
    },
    isHere: () => part.now() !== null,
    onStuck,
  });
  useEffect(() => {
    if (part.now()) setCome({ of: part, Part: part.now() });
    else start();
  }, [part, start]);
  const isAwaited = !Part && !part.isExtra && state === 'coming';
  useEffect(() => (isAwaited ? awaitPart() : undefined), [isAwaited]);
  return { Part, state, retry };
}
