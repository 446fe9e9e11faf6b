import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

const open = (hash = '') => openPage(hash, { advanceTimers: vi.advanceTimersByTime });
const wait = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

test('playing takes 3 s a step and pauses on the last', async () => {
  const { user } = await open('#step=10');
  await user.click(button('Play'));
  await wait(2900);
  expectStep(10);
  await wait(200);
  expectStep(11);
  await wait(3000);
  expectStep(12);
  expect(button('Play')).toBeVisible();
  await wait(10_000);
  expectStep(12);
});

test('play at the end starts again', async () => {
  const { user } = await open('#step=12');
  await user.click(button('Play'));
  expectStep(0);
  await wait(3000);
  expectStep(1);
});

test('pausing keeps the step', async () => {
  const { user } = await open('#step=2');
  await user.click(button('Play'));
  await wait(1000);
  await user.click(button('Pause'));
  await wait(10_000);
  expectStep(2);
});

test('Space plays and pauses, but on a button it presses the button', async () => {
  const { user } = await open('#step=2');
  await user.keyboard(' ');
  await wait(3000);
  expectStep(3);
  await user.keyboard(' ');
  await wait(9000);
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
  await wait(1500);
  expectStep(1);
  act(() => button('Pause').blur());
  await user.keyboard('+++');
  expect(speed).toHaveDisplayValue('4×');
  await wait(750);
  expectStep(2);
  await user.keyboard('----');
  expect(speed).toHaveDisplayValue('0.5×');
  await wait(5900);
  expectStep(2);
  await wait(200);
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
