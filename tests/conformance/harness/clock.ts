import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';

/**
 * Date in the hands of one test. It ends with its test, whatever still runs: a test that was aborted
 * goes on until its next await comes back, and then may stand in the middle of another one.
 */
class TestClock {
  #isOver = false;

  #expectTest(): void {
    if (this.#isOver) throw new Error('the test that this clock belongs to is over');
  }

  /** Has Date stand still at a NumericDate. Only Date is faked: MemoryStore needs the real setImmediate. */
  stop(seconds: number): void {
    this.#expectTest();
    vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 });
  }

  set(seconds: number): void {
    this.#expectTest();
    vi.setSystemTime(seconds * 1000);
  }

  /** Gives Date back to the machine; after the end it is another test's, and is left alone. */
  release(): void {
    if (!this.#isOver) vi.useRealTimers();
  }

  end(): void {
    this.release();
    this.#isOver = true;
  }
}

/** Follows a test through all that it awaits, so that what was aborted still has the clock that is over. */
const clocks = new AsyncLocalStorage<TestClock>();

function requireClock(): TestClock {
  const clock = clocks.getStore();
  if (!clock) throw new Error('only a test has a clock: hooks and modules have none');
  return clock;
}

/** Runs a test with a clock of its own, and takes the clock away when it is over. */
export async function withClock(runTest: () => Promise<void>): Promise<void> {
  const clock = new TestClock();
  try {
    await clocks.run(clock, runTest);
  } finally {
    clock.end();
  }
}

/** Runs `use` while Date stands still at a NumericDate. @throws Error when the test is over */
export async function atTime<T>(seconds: number, use: () => Promise<T>): Promise<T> {
  const clock = requireClock();
  clock.stop(seconds);
  try {
    return await use();
  } finally {
    clock.release();
  }
}

/** Moves Date to a NumericDate, in an `atTime`. @throws Error when the test is over */
export function setTime(seconds: number): void {
  requireClock().set(seconds);
}
