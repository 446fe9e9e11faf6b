import type { ComponentType } from 'react';

/** A part of the page that is loaded late. */
export interface LatePart<Props = object> {
  /** Gets it; rejects when it does not come, and can be asked again. */
  load(): Promise<ComponentType<Props>>;
  /** Returns it when it is here already, so that nobody waits for it, nor for a network. */
  now(): ComponentType<Props> | null;
  /** Whether a picture that has it is shown without it. */
  readonly isExtra: boolean;
}

/** Makes a late part of what imports it. */
export function toLatePart<Props = object>(
  importIt: () => Promise<ComponentType<Props>>,
  isExtra = false,
): LatePart<Props> {
  let here: ComponentType<Props> | null = null;
  return {
    isExtra,
    now: () => here,
    load: async () => {
      here = await importIt();
      return here;
    },
  };
}
