/** Pause after the frame is painted, so that a next key is answered first; milliseconds. */
const PAUSE_MS = 12;

/** Longest wait for a frame; a page in the background paints none. Milliseconds. */
const LONGEST_WAIT_MS = 200;

/**
 * Creates a scheduler that runs the last task given to it once the next frame is painted, and
 * `pauseMs` milliseconds have passed, so that the task cannot delay the answer to a key. Returns what
 * schedules.
 */
export function createAfterPaint(pauseMs = PAUSE_MS): (task: () => void) => void {
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
    // A timer set in a frame's callback does not run before that frame is painted; where painting
    // takes longer than the pause, a pause counted from the callback would be none.
    requestAnimationFrame(() => setTimeout(() => setTimeout(run, pauseMs), 0));
    setTimeout(run, LONGEST_WAIT_MS);
  };
}
