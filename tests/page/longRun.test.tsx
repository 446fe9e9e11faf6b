import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tellRun } from '../../src/player/runs/makeRun.ts';
import type { ToldRun } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import type { Action } from '../../src/sim/action.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { extendTrace, runScenario } from '../../src/sim/trace.ts';
import {
  button,
  expectStep,
  forgetVisit,
  openPage,
  region,
  slider,
  table,
  tracker,
} from './page.tsx';

const ACTIONS = 1000;
const MIX: readonly Action[] = [
  { type: 'login' },
  ...Array.from({ length: 8 }, (): Action => ({ type: 'request' })),
  { type: 'logout' },
];

/** Steps: each ten Actions are a login of 5, eight requests of 3 and a logout of 2. */
const LAST = (ACTIONS / 10) * 31;

let long: ReturnType<typeof tellRun>;
beforeAll(async () => {
  const actions = Array.from({ length: ACTIONS }, (_, i) => MIX[i % 10] as Action);
  long = tellRun(await runScenario({ ...LOGIN_TO_LOGOUT, id: 'long', actions }));
});
beforeEach(forgetVisit);

const show = (run: ToldRun, cursor = 0) => act(async () => usePlayer.setState({ run, cursor }));

/** Opens the page with the long run, when the part that only it needs has loaded. */
async function openLong(cursor = 0) {
  const page = await openPage();
  await show(long, cursor);
  const firstRow = () => table().querySelector('tr[data-step][aria-rowindex]');
  // It comes with a part of its own, which a busy machine takes its time to load.
  await expect.poll(firstRow, { timeout: 15_000 }).not.toBeNull();
  return page;
}

const bodyRows = () => within(table()).getAllByRole('row').slice(1);
const steps = () => bodyRows().map((row) => Number(row.dataset.step));

test('a browser that tells no sizes shows it too', async () => {
  vi.stubGlobal('ResizeObserver', undefined);
  await openLong(500);
  expect(steps()).toContain(500);
  expect(screen.queryByRole('alert')).toBeNull();
  vi.unstubAllGlobals();
});

describe('the table', () => {
  test('has few rows, and says how many there would be', async () => {
    await openLong();
    expect(long.trace.frames).toHaveLength(LAST + 1);
    // The head is a row too.
    expect(table()).toHaveAttribute('aria-rowcount', String(LAST + 1));
    expect(within(table()).getAllByRole('row')[0]).toHaveAttribute('aria-rowindex', '1');
    expect(bodyRows().length).toBeLessThan(100);
    for (const row of bodyRows()) {
      expect(row).toHaveAttribute('aria-rowindex', String(Number(row.dataset.step) + 1));
    }
    expect(steps()[0]).toBe(1);
  });

  test('marks the current row, step after step, beyond the rows that were there', async () => {
    const { user } = await openLong(10);
    const readCurrent = () =>
      bodyRows()
        .filter((row) => row.getAttribute('aria-current') === 'step')
        .map((row) => Number(row.dataset.step));
    const last = steps().at(-1) as number;
    expect(last).toBeLessThan(25);
    await user.keyboard('{ArrowRight>15/}');
    expectStep(25);
    expect(readCurrent()).toEqual([25]);
    await user.keyboard('{ArrowLeft>20/}');
    expectStep(5);
    expect(readCurrent()).toEqual([5]);
  });

  test('has the row of any step that is jumped to', async () => {
    const { user } = await openLong();
    await user.click(button('Last step'));
    expectStep(LAST);
    expect(steps().at(-1)).toBe(LAST);
    await user.click(button('Previous step'));
    expectStep(LAST - 1);
    fireEvent.change(slider(), { target: { value: '1234' } });
    expectStep(1234);
    expect(steps()).toContain(1233);
    expect(steps()).toContain(1235);
    expect(bodyRows().length).toBeLessThan(100);
    await user.click(within(table()).getByRole('button', { name: 'Go to step 1235' }));
    expectStep(1235);
    await user.click(button('First step'));
    expectStep(0);
    expect(steps()[0]).toBe(1);
  });

  test('shows the row of an Action that is added', async () => {
    await openLong(LAST);
    const longer = tellRun(await extendTrace(long.trace, { type: 'login', fold: true }));
    await show(longer, LAST + 1);
    expectStep(LAST + 1);
    expect(table()).toHaveAttribute('aria-rowcount', String(LAST + 2));
    expect(steps().at(-1)).toBe(LAST + 1);
  });

  test('has the 12 rows of the walk again, and nothing of the long run', async () => {
    const { user } = await openLong(LAST);
    await show(usePlayer.getInitialState().run);
    expect(steps()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(table().querySelectorAll('tbody > tr')).toHaveLength(12);
    expect(table()).not.toHaveAttribute('aria-rowcount');
    expect(bodyRows()[0]).not.toHaveAttribute('aria-rowindex');
    await user.keyboard('{ArrowRight}');
    expectStep(1);
  });
});

test('playback has a slider without a tick a step', async () => {
  await openLong(3);
  expect(slider()).toHaveAttribute('max', String(LAST));
  expect(slider()).toHaveAttribute('aria-valuetext', `Step 3 of ${LAST}: Create auth data`);
  expect(slider().parentElement?.querySelectorAll('span').length).toBeLessThan(5);
});

test('the tracker shows the steps around the cursor, and says which', async () => {
  const { user } = await openLong(1550);
  await user.click(screen.getByRole('radio', { name: 'All steps' }));
  const heads = () => within(tracker()).getAllByRole('columnheader').slice(1);
  expect(heads()[0]).toHaveTextContent('Step 1520');
  expect(heads().at(-1)).toHaveTextContent('Step 1579');
  expect(heads()[0]).toHaveAttribute('aria-colindex', '1522');
  expect(tracker()).toHaveAttribute('aria-colcount', String(LAST + 2));
  const pane = region('Variable tracker');
  expect(pane).toHaveTextContent(`Steps 1520 to 1579 of ${LAST}: those around the current step.`);
  expect(tracker().querySelectorAll('td[data-state="current"]')).toHaveLength(3);

  await user.click(button('Last step'));
  await waitFor(() => expect(heads().at(-1)).toHaveTextContent(`Step ${LAST}`));
  await user.click(button('First step'));
  await waitFor(() => expect(heads()[0]).toHaveTextContent('Start'));
  expect(pane).toHaveTextContent(`Start to step 59 of ${LAST}`);
});

test('the first column shown is compared with the step before it, which is not shown', async () => {
  const { user } = await openLong(1260);
  await user.click(screen.getByRole('radio', { name: 'All steps' }));
  const readFirst = (name: string) =>
    within(tracker()).getByRole('rowheader', { name }).closest('tr')?.querySelector('td');
  // The last step of a logout: the cookie was sent in the one before.
  expect(readFirst('sessionCookie')).toHaveAttribute('aria-colindex', '1242');
  expect(readFirst('sessionCookie')).toHaveTextContent(/^none$/);
  expect(readFirst('sessionStore')).toHaveTextContent(/^\{\}$/);
});

test('the transcript reads out what is around the cursor, and says so', async () => {
  await openLong(1550);
  const transcript = region('Transcript');
  await expect
    .poll(() => transcript.textContent)
    .toContain(`Steps 1544 to 1555 of ${LAST}: those around the current step.`);
  expect(transcript.querySelectorAll('li')).toHaveLength(12);
  expect(transcript.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
});
