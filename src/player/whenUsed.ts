const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;

/** How long after the first sign, in ms: what the reader does first is answered first. */
export const USED_PAUSE_MS = 400;

/** Resolves when there is a network, as far as the browser knows. */
export const whenOnline = (window: Window): Promise<void> =>
  new Promise((resolve) => {
    if (window.navigator.onLine) resolve();
    else window.addEventListener('online', () => resolve(), { once: true });
  });

/**
 * Resolves when somebody has begun to use the page, or opened it at a place in it, and the browser
 * is idle and online: the moment to load what the first look does not need.
 */
export async function whenUsed(window: Window): Promise<void> {
  await new Promise<void>((resolve) => {
    const answer = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, answer);
      setTimeout(resolve, USED_PAUSE_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, answer, { passive: true });
    if (window.location.hash.length > 1 || window.scrollY > 0) answer();
  });
  await whenOnline(window);
  if ('requestIdleCallback' in window) {
    await new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: 2000 }));
  }
}
