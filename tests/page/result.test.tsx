import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { expectStep, forgetVisit, openPage, readRows, table } from './page.tsx';

beforeEach(forgetVisit);

const result = () => screen.findByRole('region', { name: 'Result' });

test('the end says what is left in each lane, in the words of the table, and leads on', async () => {
  const { user } = await openPage('#step=11');
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull();
  await user.keyboard('{End}');
  const said = await result();
  expect(said).toHaveTextContent('The server can end a session');
  const [, , session = '', token = ''] = readRows(table()).at(-1) ?? [];
  const toWords = (text: string | null) => (text ?? '').replace(/[\s·]/g, '');
  const left = within(said)
    .getAllByRole('definition')
    .map(({ textContent }) => toWords(textContent));
  expect(left).toEqual([session, token].map(toWords));
  await user.click(within(said).getByRole('button', { name: 'Check yourself' }));
  expect(usePlayer.getState().view).toBe('check');
  await user.keyboard('{Home}');
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull();
});

test('a scenario’s end says what it shows, and leads to the next one of its topic', async () => {
  const { user } = await openPage('#step=9&scenario=stolen-then-logout');
  const said = await result();
  expect(said).toHaveTextContent('the stolen token gets 200 until it expires');
  await user.click(within(said).getByRole('button', { name: /^Next: / }));
  await waitFor(() =>
    expect(toScenario(usePlayer.getState().run).id).not.toBe('stolen-then-logout'),
  );
  expectStep(0);
});

test('with one column on show only that one has something left', async () => {
  await openPage('#step=12&columns=token');
  expect(within(await result()).getAllByRole('term')).toHaveLength(1);
});
