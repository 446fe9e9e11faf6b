import type { Store } from 'express-session';

const CALLS = ['get', 'set', 'touch', 'destroy', 'all'] as const;

type Callback = (error: Error) => void;

/**
 * Makes every call to a session store fail for as long as it is down, as connect-redis does whose
 * client is offline and was told by disableOfflineQueue not to wait.
 */
export function failWhile<T extends Store>(store: T, isDown: () => boolean): T {
  for (const name of CALLS) {
    const call = store[name] as ((...given: unknown[]) => unknown) | undefined;
    if (!call) continue;
    const reach = (...given: unknown[]): unknown => {
      if (!isDown()) return call.apply(store, given);
      const callback = given.at(-1) as Callback | undefined;
      setImmediate(() => callback?.(new Error('The client is offline')));
      return undefined;
    };
    Object.assign(store, { [name]: reach });
  }
  return store;
}
