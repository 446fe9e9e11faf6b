let kept = false;

/** Tells whether a worker answers for the page, which has kept it whole. */
function hasWorker(): boolean {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    // In a sandbox even to ask is refused.
    return false;
  }
}

/** Tells whether all late files of the page are here, so that none of them needs a network. */
export const areFilesKept = (): boolean => kept || hasWorker();

/** Notes that they are. */
export function tellFilesKept(): void {
  kept = true;
}
