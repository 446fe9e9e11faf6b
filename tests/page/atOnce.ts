import { vi } from 'vitest';

// What follows a painted frame follows at once: nothing is painted here, and no test has to wait for
// luck. tests/player/position has the pause, and the tests in a real browser see it.
vi.mock('../../src/player/position/afterPaint.ts', () => ({
  createAfterPaint: () => (task: () => void) => task(),
}));
