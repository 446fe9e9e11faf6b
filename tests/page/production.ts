/*
 * The page is tested on the build of React that people get: the other one takes half as long again.
 * What that one warns of is looked for in tests/warnings. It has no `act`, which
 * Testing Library needs to have all done that an event leads to; this one does it.
 */
export {};

process.env.NODE_ENV = 'production';

type Task = () => void;

const waiting = new Set<Task>();
/** By its timer, what React holds back for a moment so that the page does not jump: a part that has come. */
const heldBack = new Map<unknown, Task>();
const ours = { setImmediate, queueMicrotask, setTimeout, clearTimeout };

function runTask(task: Task) {
  if (waiting.delete(task)) task();
}

/** Does a task when `later` would, or before, when an event is to be done with. */
const waitUntil = (later: (task: Task) => unknown) => (task: Task) => {
  waiting.add(task);
  return later(() => runTask(task));
};

function holdBack(task: Task, milliseconds: number) {
  const timer = ours.setTimeout(() => giveUp(timer), milliseconds);
  heldBack.set(timer, task);
  return timer;
}

/** Does what was held back, whether its time has come or not. */
function giveUp(timer: unknown) {
  const task = heldBack.get(timer);
  drop(timer);
  task?.();
}

function drop(timer: unknown) {
  ours.clearTimeout(timer as NodeJS.Timeout);
  heldBack.delete(timer);
}

// React takes them when it is loaded, for each piece of its work, and nobody else is to have them.
Object.assign(globalThis, {
  setImmediate: waitUntil(ours.setImmediate),
  queueMicrotask: waitUntil(ours.queueMicrotask),
  setTimeout: holdBack,
  clearTimeout: drop,
});
const { default: React } = await import('react');
const { flushSync } = await import('react-dom');
await import('react-dom/client');
Object.assign(globalThis, ours);

/** Does what React has put off, and what that leads to, until there is nothing left. */
function finish() {
  flushSync(() => {});
  for (const task of waiting) runTask(task);
  for (const timer of heldBack.keys()) giveUp(timer);
}

/** Has it done in its turn: what a promise leads to may come in between. */
async function whenFinished() {
  do {
    await new Promise<void>((done) => ours.setImmediate(done));
    if (waiting.size === 0) finish();
  } while (waiting.size > 0 || heldBack.size > 0);
}

/** How many of them are under way: the outermost waits for all. */
let depth = 0;

async function finishAfter<T>(work: PromiseLike<T>) {
  try {
    const result = await work;
    if (depth === 1) await whenFinished();
    return result;
  } finally {
    depth--;
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';

/** @see https://react.dev/reference/react/act */
function act<T>(work: () => T) {
  depth++;
  let result: T | undefined;
  try {
    result = work();
  } finally {
    if (!isPromise(result)) depth--;
  }
  if (isPromise(result)) return finishAfter(result);
  if (depth === 0) finish();
  return Promise.resolve(result);
}

Object.assign(React, { act });
