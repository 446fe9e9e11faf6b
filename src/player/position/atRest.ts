/** How long nothing has been asked for until the page is at rest, milliseconds. */
const REST_MS = 1000;

const whenIdle = (task: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task);
  else setTimeout(task, 0);
};

/** Schedules tasks for when the page is at rest; returns what gives them up. */
export type AtRest = (tasks: () => Iterable<() => void>) => () => void;

/**
 * Creates a scheduler that runs the last tasks given to it once the page is at rest, each when the
 * browser is idle, so that a key in between is answered first. Returns what schedules, which returns
 * what gives the tasks up.
 */
export function createAtRest(): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = 0;
  return (tasks) => {
    current += 1;
    const own = current;
    const runNext = (rest: readonly (() => void)[]) => {
      const [task, ...others] = rest;
      if (!task || own !== current) return;
      task();
      whenIdle(() => runNext(others));
    };
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(() => runNext([...tasks()])), REST_MS);
    return () => {
      clearTimeout(timer);
      current += 1;
    };
  };
}
