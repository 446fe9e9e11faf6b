import type { ComponentType } from 'react';

/** A part of the page that is loaded late. */
export interface LatePart {
  /** Gets it; rejects when it does not come, and can be asked again. */
  load(): Promise<ComponentType>;
  /** Returns it when it is here already, so that nobody waits for it, nor for a network. */
  now(): ComponentType | null;
}

/** Makes a late part of what imports it. */
export function toLatePart(importIt: () => Promise<ComponentType>): LatePart {
  let here: ComponentType | null = null;
  return {
    now: () => here,
    load: async () => {
      here = await importIt();
      return here;
    },
  };
}
