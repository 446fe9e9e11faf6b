import type { Island } from './island.ts';

/** Resolves when the browser has nothing else to do. */
const whenIdle = () =>
  new Promise<void>((resolve) => {
    if (!('requestIdleCallback' in window)) setTimeout(resolve, 50);
    else window.requestIdleCallback(() => resolve(), { timeout: 2000 });
  });

/** Wakes an island; resolves when it is alive, or when its code does not come: its place says so. */
const wakeOne = (island: Island): Promise<void> =>
  island.wake().then(
    () => island.alive,
    () => {},
  );

/**
 * Fetches islands when the browser is idle and wakes them one after the other, each when it is idle
 * again. One that does not come is left as it is. The signal ends it.
 */
export async function wakeInTurn(islands: readonly Island[], signal: AbortSignal): Promise<void> {
  await whenIdle();
  await Promise.allSettled(islands.map((island) => island.load()));
  for (const island of islands) {
    if (signal.aborted) return;
    await whenIdle();
    await wakeOne(island);
  }
}

/** Wakes what is near the view when the page opens; resolves when all of it is alive. */
export async function wakeNear(islands: readonly Island[]): Promise<void> {
  await Promise.all(
    islands.map(async (island) => {
      if (await island.firstLook) await wakeOne(island);
    }),
  );
}
