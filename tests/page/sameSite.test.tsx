import lines, { type ForeignRequest } from 'virtual:same-site';
import { waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, expectStep, forgetVisit, openPage, region } from './page.tsx';

beforeEach(forgetVisit);

const REQUESTS: readonly ForeignRequest[] = ['link', 'form', 'fetch', 'image'];

test('sums up which requests of another site carry the cookie, as the engine finds it', () => {
  const sums = lines.map(({ row, cells }) => [
    row,
    ...REQUESTS.map((request) => cells[request].sent),
  ]);
  expect(sums).toEqual([
    ['strict', false, false, false, false],
    ['lax', true, false, false, false],
    ['unsetYoung', true, true, false, false],
    ['unsetOld', true, false, false, false],
    ['none', true, true, true, true],
    ['noneBlocked', true, true, false, false],
  ]);
});

test('each cell that a run shows leads there, and says the same as the run', async () => {
  const { user } = await openPage('#view=breaks');
  await waitFor(() => region('Questions'));
  await user.click(button('SameSite in one table'));
  const table = within(region('Questions')).getByRole('table', { name: 'SameSite in one table' });
  expect(within(table).getAllByRole('row')).toHaveLength(lines.length + 1);
  const shown = lines.flatMap(({ cells }) => REQUESTS.filter((one) => cells[one].step !== null));
  expect(within(table).getAllByRole('button')).toHaveLength(shown.length);
  for (const [name, id, sent] of [
    ['Sent: Link (GET), SameSite=Lax', 'csrf-samesite-lax', true],
    ['Left out: Form (POST), SameSite=Lax', 'csrf-samesite-lax', false],
    ['Sent: Form (POST), not set, Chromium, first two minutes', 'csrf-samesite-unset-young', true],
  ] as const) {
    usePlayer.getState().setView('breaks');
    await user.click(within(table).getByRole('button', { name }));
    await waitFor(() => expect(toScenario(usePlayer.getState().run).id).toBe(id));
    await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
    const { run, cursor } = usePlayer.getState();
    expectStep(cursor);
    const index = run.trace?.frames[cursor]?.actionIndex;
    const carried = run.trace?.frames
      .filter(({ actionIndex }) => actionIndex === index)
      .flatMap(({ session }) => session.messages)
      .some((one) => one.kind === 'request' && one.carries.some(({ what }) => what === 'session'));
    expect(carried, name).toBe(sent);
  }
});
