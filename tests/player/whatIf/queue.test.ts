import { expect, it } from 'vitest';
import { createQueue } from '../../../src/player/whatIf/queue.ts';

function startQueue() {
  const told: unknown[] = [];
  const queue = createQueue({
    onBusy: (busy) => told.push(busy),
    onFailure: (error) => told.push(String(error)),
  });
  return { queue, told };
}

it('carries out one task after the other, in their order, however long each takes', async () => {
  const { queue, told } = startQueue();
  const done: string[] = [];
  void queue.add(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('slow');
  });
  void queue.add(() => void done.push('fast'));
  await queue.rest();
  expect(done).toEqual(['slow', 'fast']);
  expect(told).toEqual([true, true, false]);
});

it('tells what fails, and goes on', async () => {
  const { queue, told } = startQueue();
  const done: string[] = [];
  await queue.add(() => Promise.reject(new RangeError('no such step')));
  await queue.add(() => {
    throw new TypeError('no such verb');
  });
  await queue.add(() => void done.push('next'));
  expect(done).toEqual(['next']);
  expect(told.filter((one) => typeof one === 'string')).toEqual([
    'RangeError: no such step',
    'TypeError: no such verb',
  ]);
  expect(told.at(-1)).toBe(false);
});
