import type { BrowserContext, Page } from '@playwright/test';

/*
 * One page serves many tests, and Playwright clears it between two of them. Two parts of that are most
 * of what a small test costs, and can be spared: it empties the browser's cache of files, which holds
 * nothing but the build, and it opens each origin once more, to empty its storage. Both are reached by
 * properties of Playwright's own; where one is not there, all is cleared as ever. See reuse.spec.ts.
 */

/** Playwright's own object behind a context. */
function toInside(context: BrowserContext): object | undefined {
  return Reflect.get(context, '_connection')?.toImpl?.(context);
}

/** Keeps the cache of files for the next test. */
export function keepCache(context: BrowserContext) {
  const inside = toInside(context);
  if (inside && 'clearCache' in inside) Object.assign(inside, { clearCache: async () => {} });
}

/** Empties, in the page, what it keeps, and lets it keep nothing more; tells whether that is all. */
async function emptyHere() {
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(Storage.prototype, { setItem: () => {} });
  const others = await Promise.all([indexedDB.databases(), caches.keys()]);
  return others.flat().length === 0;
}

/** Empties what the page of a test keeps while it is open, so that it is not opened again for that. */
export async function emptyStorage(page: Page, context: BrowserContext) {
  const inside = toInside(context);
  const visited: unknown = inside && Reflect.get(inside, '_origins');
  if (!(visited instanceof Set) || visited.size !== 1 || context.pages().length !== 1) return;
  const isOpen = visited.has(new URL(page.url()).origin) && page.frames().length === 1;
  if (isOpen && (await page.evaluate(emptyHere).catch(() => false))) visited.clear();
}
