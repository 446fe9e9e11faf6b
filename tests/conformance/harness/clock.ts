import { vi } from 'vitest';

/** Runs `use` while Date stands still at a NumericDate. Only Date is faked: MemoryStore needs the real setImmediate. */
export async function atTime<T>(seconds: number, use: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 });
  try {
    return await use();
  } finally {
    vi.useRealTimers();
  }
}
