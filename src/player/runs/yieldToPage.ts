/** How long one stretch of running may take before the page gets its turn, in ms. */
const STRETCH_MS = 30;

/** The same where somebody reads or types meanwhile: half a frame. */
export const SHORT_STRETCH_MS = 8;

/** Returns what a long task awaits now and then, so that the page has its turn in between. */
export function createYieldToPage(stretch = STRETCH_MS): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
