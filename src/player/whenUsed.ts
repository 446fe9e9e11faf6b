const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;

/** How long nobody must have done anything, in ms: what the reader does goes first. */
export const QUIET_MS = 1200;

/** Resolves when there is a network, as far as the browser knows. */
const whenOnline = (window: Window): Promise<void> =>
  new Promise((resolve) => {
    if (window.navigator.onLine) resolve();
    else window.addEventListener('online', () => resolve(), { once: true });
  });

/** Resolves after the first sign and then a while without one. */
function whenQuiet(window: Window): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, restart);
      resolve();
    };
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, restart, { passive: true });
    if (window.location.hash.length > 1 || window.scrollY > 0) restart();
  });
}

async function waitUntilUsed(window: Window): Promise<void> {
  await whenQuiet(window);
  await whenOnline(window);
  if ('requestIdleCallback' in window) {
    await new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: 2000 }));
  }
}

let used: Promise<void> | null = null;

/**
 * Resolves when somebody has used the page, or opened it at a place in it, and the browser is idle
 * and online: the moment to load what the first look does not need.
 */
export function whenUsed(window: Window): Promise<void> {
  used ??= waitUntilUsed(window);
  return used;
}
