const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;
/** After the first sign, in ms: what the reader does first is answered first. */
const PAUSE_MS = 150;

let used: Promise<void> | null = null;

/** Resolves when somebody begins to use the page, or came to a place in it: then more is worth loading. */
export function whenUsed(): Promise<void> {
  used ??= new Promise<void>((resolve) => {
    const answer = () => {
      for (const sign of SIGNS) removeEventListener(sign, answer);
      setTimeout(resolve, PAUSE_MS);
    };
    for (const sign of SIGNS) addEventListener(sign, answer, { passive: true });
    if (location.hash.length > 1 || scrollY > 0) answer();
  });
  return used;
}
