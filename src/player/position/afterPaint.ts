/** Pause after the frame has begun, milliseconds. */
const PAUSE_MS = 16;

/** Longest wait for a frame; a page in the background paints none. Milliseconds. */
const LONGEST_WAIT_MS = 200;

/**
 * Creates a scheduler that runs the last task given to it once the next frame is painted, so that
 * the task cannot delay the answer to a key. Returns what schedules.
 */
export function createAfterPaint(): (task: () => void) => void {
  let pending: (() => void) | null = null;
  const run = () => {
    const task = pending;
    pending = null;
    task?.();
  };
  return (task) => {
    const isWaiting = pending !== null;
    pending = task;
    if (isWaiting) return;
    // From a frame callback, a pause later: that frame is painted by then, and a next key answered.
    requestAnimationFrame(() => setTimeout(run, PAUSE_MS));
    setTimeout(run, LONGEST_WAIT_MS);
  };
}
