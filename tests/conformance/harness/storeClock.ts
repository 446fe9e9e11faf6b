import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Measures how long a server waits for its store without waiting for it: each pause ends in the next
 * turn, and moves this clock on. Two pauses that begin at once end at once.
 */
export interface StoreClock {
  pause(milliseconds?: number): Promise<void>;
  /** Returns how far it has moved since this was last called, in milliseconds. */
  take(): number;
  /** How many pauses are not over. */
  countPending(): number;
}

export function openStoreClock(): StoreClock {
  let now = 0;
  let taken = 0;
  let pending = 0;
  return {
    async pause(milliseconds = 0) {
      const end = now + milliseconds;
      pending++;
      await nextTurn();
      pending--;
      now = Math.max(now, end);
    },
    take() {
      const moved = now - taken;
      taken = now;
      return moved;
    },
    countPending: () => pending,
  };
}
