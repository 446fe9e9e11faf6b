import type { ComponentType } from 'react';

/** A part of the page that is loaded late. */
export interface LatePart {
  /** Gets it; rejects when it does not come, and can be asked again. */
  load(): Promise<ComponentType>;
  /** Whether it is here already, so that no network is needed. */
  isHere(): boolean;
}

/** Makes a late part of what imports it. */
export function toLatePart(importIt: () => Promise<ComponentType>): LatePart {
  let here = false;
  return {
    isHere: () => here,
    load: async () => {
      const part = await importIt();
      here = true;
      return part;
    },
  };
}
