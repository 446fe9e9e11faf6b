import { type ComponentType, lazy } from 'react';

/** A part of the page that is there as HTML first, and becomes alive later. */
export interface Island {
  /** What it is, for notices. */
  readonly name: string;
  /** Suspends until the island is woken and its code is here: until then React leaves the HTML alone. */
  readonly Body: ComponentType;
  /** Tells whether its code is here, so that nobody waits for a network. */
  isHere(): boolean;
  /** Fetches its code, and no more. Rejects when it does not come, and can be asked again. */
  load(): Promise<ComponentType>;
  /** Fetches its code and makes it alive. Rejects when the code does not come, and can be asked again. */
  wake(): Promise<void>;
  /** Resolves when React has taken over its HTML. */
  readonly alive: Promise<void>;
  tellAlive(): void;
  /** Resolves to whether it is near the view when the page opens. */
  readonly firstLook: Promise<boolean>;
  tellLook(isNear: boolean): void;
}

function createPromise<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Makes an island of what imports its component. */
export function toIsland(name: string, importIt: () => Promise<ComponentType>): Island {
  const body = createPromise<{ default: ComponentType }>();
  const alive = createPromise<void>();
  const look = createPromise<boolean>();
  let coming: Promise<ComponentType> | null = null;
  let here = false;
  const importOnce = async () => {
    try {
      const component = await importIt();
      here = true;
      return component;
    } catch (error) {
      coming = null;
      throw error;
    }
  };
  const load = () => {
    coming ??= importOnce();
    return coming;
  };
  return {
    name,
    Body: lazy(() => body.promise),
    isHere: () => here,
    load,
    wake: async () => body.resolve({ default: await load() }),
    alive: alive.promise,
    tellAlive: alive.resolve,
    firstLook: look.promise,
    tellLook: look.resolve,
  };
}
