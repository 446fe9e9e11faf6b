/** Shortest time between two writes: Safari refuses more than 100 in 30 s. */
export const WRITE_MS = 300;

export interface AddressWriter {
  /** Puts a hash into the address: at once, or after the pause that is due. The last one wins. */
  write(hash: string): void;
  /**
   * Begins an entry of its own, at once: Back returns to the one before, which is left with the hash
   * `left` and `top`, how far the page was scrolled in px.
   */
  push(left: string, top: number, hash: string): void;
  /** Gives up what still waits to be written. */
  forget(): void;
}

/** Creates the one writer of the address. It never throws. */
export function createAddressWriter(window: Window): AddressWriter {
  const { history, location } = window;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const enter = (verb: 'replaceState' | 'pushState', state: unknown, hash: string) => {
    writtenAt = performance.now();
    try {
      history[verb](state, '', hash || location.pathname + location.search);
    } catch {
      // Refused (too many calls, or an opaque origin): the address lags, the picture does not.
    }
  };
  const writeNow = (hash: string) => {
    if (location.hash !== hash) enter('replaceState', history.state, hash);
  };
  const forget = () => clearTimeout(waiting);
  return {
    forget,
    push: (left, top, hash) => {
      forget();
      // The page scrolled before it could be told that the entry is left: the browser knows another place.
      history.scrollRestoration = 'manual';
      enter('replaceState', { top }, left);
      enter('pushState', null, hash);
      history.scrollRestoration = 'auto';
    },
    write: (hash) => {
      forget();
      const pause = writtenAt + WRITE_MS - performance.now();
      if (pause <= 0) writeNow(hash);
      else waiting = setTimeout(writeNow, pause, hash);
    },
  };
}
