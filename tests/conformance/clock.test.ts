import { expect, test } from 'vitest';
import { atTime, setTime } from './harness/clock.ts';

const NOON = 1767268800;
const isReal = () => Math.abs(Date.now() - (performance.timeOrigin + performance.now())) < 60_000;
const nameError = (act: () => unknown) =>
  Promise.resolve()
    .then(act)
    .then(
      () => 'let through',
      (error: Error) => error.message,
    );

let goOn = () => {};
const abandoned = new Promise<void>((resolve) => {
  goOn = resolve;
});
const touched: string[] = [];
let isDone = () => {};
const done = new Promise<void>((resolve) => {
  isDone = resolve;
});

// Times out while Date stands still, and goes on when the next test says so.
test.fails('a test that is aborted in the middle', { timeout: 50 }, async () => {
  const run = atTime(NOON, async () => {
    expect(Date.now()).toBe(NOON * 1000);
    await abandoned;
    touched.push(await nameError(() => setTime(NOON + 60)));
    touched.push(await nameError(() => atTime(NOON + 60, async () => {})));
  });
  await run.finally(isDone);
});

test('leaves the next one the real clock, and cannot touch it any more', async () => {
  expect(isReal()).toBe(true);
  await atTime(NOON + 600, async () => {
    goOn();
    await done;
    expect(Date.now()).toBe((NOON + 600) * 1000);
  });
  const refusal = 'the test that this clock belongs to is over';
  expect(touched).toEqual([refusal, refusal]);
  expect(isReal()).toBe(true);
});

test('what is thrown gives the clock back', async () => {
  await expect(
    atTime(NOON, async () => {
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
  expect(isReal()).toBe(true);
});
