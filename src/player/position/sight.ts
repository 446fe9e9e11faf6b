import { createContext } from 'react';

/** Whether a part of the page can be seen. */
export interface Sight {
  isSeen(): boolean;
  /** Calls back when it comes into view; returns what ends the calls. */
  onSeen(listener: () => void): () => void;
}

/** A part's sight, and what sets it. */
export interface OwnSight extends Sight {
  setSeen(seen: boolean): void;
}

/** Creates the sight of a part that nobody has looked at yet. */
export function createSight(): OwnSight {
  const listeners = new Set<() => void>();
  let isSeen = false;
  return {
    isSeen: () => isSeen,
    setSeen: (seen) => {
      if (seen === isSeen) return;
      isSeen = seen;
      if (seen) for (const listener of listeners) listener();
    },
    onSeen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is always in view: nothing ever comes into it. */
export const ALWAYS: Sight = { isSeen: () => true, onSeen: () => () => {} };

/** The sight of the part that a component stands in. */
export const SightContext = createContext(ALWAYS);
