import { useCallback, useEffect, useRef, useState } from 'react';
import { areFilesKept } from './filesKept.ts';

/** Where a part of the page is that is not here: on its way, waiting for a network, or lost. */
export type LoadingState = 'coming' | 'offline' | 'failed';

interface LoadingOptions {
  /** What is wanted: what becomes of another one, wanted before it, is nobody's concern. */
  readonly of: unknown;
  /** Gets it. Rejects when it does not come, and can be asked again. */
  readonly load: () => Promise<unknown>;
  /** Tells whether it needs no network. */
  readonly isHere: () => boolean;
  /** Hears that it did not come although a person asked for it once more. */
  readonly onStuck?: (() => void) | undefined;
}

/** Asks for a part of the page, at once or when there is a network, and follows what becomes of it. */
export function useLoadingState({ of, load, isHere, onStuck }: LoadingOptions) {
  const [state, setState] = useState<LoadingState>('coming');
  const latest = useRef({ of, load, isHere, onStuck });
  useEffect(() => {
    latest.current = { of, load, isHere, onStuck };
  });
  const get = useCallback((byHand: boolean) => {
    setState('coming');
    const wanted = latest.current;
    wanted.load().catch(() => {
      if (latest.current.of !== wanted.of) return;
      setState('failed');
      if (byHand) latest.current.onStuck?.();
    });
  }, []);
  const start = useCallback(() => {
    // Offline it would only fail: it comes with the network.
    if (navigator.onLine || latest.current.isHere() || areFilesKept()) get(false);
    else setState('offline');
  }, [get]);
  const retry = useCallback(() => get(true), [get]);
  useEffect(() => {
    if (state === 'coming') return;
    window.addEventListener('online', start);
    return () => window.removeEventListener('online', start);
  }, [state, start]);
  return { state, start, retry };
}
