const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;

/** How long after the first sign, in ms: what the reader does first is answered first. */
export const USED_PAUSE_MS = 400;

/** Resolves when somebody has begun to use the page, or opened it at a place in it. */
export function whenUsed(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const answer = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, answer);
      setTimeout(resolve, USED_PAUSE_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, answer, { passive: true });
    if (window.location.hash.length > 1 || window.scrollY > 0) answer();
  });
}
