import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toReadingMs } from '../../src/player/position/readingTime.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, expectStep, forgetVisit, openPage, slider } from './page.tsx';

beforeEach(() => {
  forgetVisit();
  vi.useFakeTimers();
  // Testing Library asks this global to move on timers that are not real.
  vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Without questions, which would stop it; those have tests of their own. */
const open = (hash = '#step=0') =>
  openPage(`${hash}&predict=0`, { advanceTimers: vi.advanceTimersByTime });
const wait = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

/** How long the step on show stays at 1×: as long as its announced words take to read. */
const readMs = () => {
  const { run, cursor, columns } = usePlayer.getState();
  return toReadingMs(run.telling.at(cursor), columns);
};
/** Waits for a part of the time that the step on show stays at 1×. */
const waitFor = (part: number) => wait(readMs() * part);

test('playing takes the time to read a step, and pauses on the last', async () => {
  const { user } = await open('#step=10');
  await user.click(button('Play'));
  expect(readMs()).toBeGreaterThanOrEqual(5000);
  await waitFor(0.9);
  expectStep(10);
  await waitFor(0.2);
  expectStep(11);
  await waitFor(1);
  expectStep(12);
  expect(button('Play')).toBeVisible();
  await wait(10_000);
  expectStep(12);
});

test('play at the end starts again', async () => {
  const { user } = await open('#step=12');
  await user.click(button('Play'));
  expectStep(0);
  await waitFor(1);
  expectStep(1);
});

test('pausing keeps the step', async () => {
  const { user } = await open('#step=2');
  await user.click(button('Play'));
  await waitFor(0.3);
  await user.click(button('Pause'));
  await waitFor(3);
  expectStep(2);
});

test('Space plays and pauses, but on a button it presses the button', async () => {
  const { user } = await open('#step=2');
  await user.keyboard(' ');
  await waitFor(1);
  expectStep(3);
  await user.keyboard(' ');
  await waitFor(3);
  expectStep(3);
  button('Next step').focus();
  await user.keyboard(' ');
  expectStep(4);
  expect(button('Play')).toBeVisible();
});

test('the speed is chosen from the list or by plus and minus', async () => {
  const { user } = await open();
  const speed = screen.getByRole('combobox', { name: 'Speed' });
  expect(speed).toHaveDisplayValue('1×');
  await user.selectOptions(speed, '2×');
  await user.click(button('Play'));
  await waitFor(0.5);
  expectStep(1);
  act(() => button('Pause').blur());
  await user.keyboard('+++');
  expect(speed).toHaveDisplayValue('4×');
  await waitFor(0.25);
  expectStep(2);
  await user.keyboard('----');
  expect(speed).toHaveDisplayValue('0.5×');
  await waitFor(1.9);
  expectStep(2);
  await waitFor(0.2);
  expectStep(3);
});

test('dragging the scrubber pauses', async () => {
  const { user } = await open();
  await user.click(button('Play'));
  slider().focus();
  await user.keyboard('{ArrowRight}{ArrowUp}{PageDown}');
  expectStep(3);
  expect(button('Play')).toBeVisible();
});
