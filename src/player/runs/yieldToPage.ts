/** How long one stretch of running may take before the page gets its turn, in ms. */
const STRETCH_MS = 30;

/** Returns what a long task awaits now and then, so that the page has its turn in between. */
export function createYieldToPage(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
