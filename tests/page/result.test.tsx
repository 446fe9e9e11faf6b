import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { toScenario } from '../../src/player/runs/toldRun.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { expectStep, forgetVisit, openPage } from './page.tsx';

beforeEach(forgetVisit);

const result = () => screen.findByRole('region', { name: 'Result' });

test('the end says in its own words what is left in each lane, and leads on', async () => {
  const { user } = await openPage('#step=11');
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull();
  await user.keyboard('{End}');
  const said = await result();
  expect(said).toHaveTextContent('A server can end a session');
  const left = within(said)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
  expect(left).toEqual([
    'Record and cookie are gone. A copied cookie would not get in.',
    'The client’s token is gone. A copied token would still get in until 12:15:00.',
  ]);
  await user.click(within(said).getByRole('button', { name: 'Check yourself' }));
  expect(usePlayer.getState().view).toBe('check');
  await user.keyboard('{Home}');
  expect(screen.queryByRole('region', { name: 'Result' })).toBeNull();
});

test('a scenario has one mark where it is decided; its end says what it shows, and leads to the next one of its topic', async () => {
  const { user } = await openPage('#step=9&scenario=stolen-then-logout');
  const said = await result();
  expect(said).toHaveTextContent('the stolen token gets 200 until it expires');
  const marks = [...document.querySelectorAll('[data-decides]')];
  expect(marks.map((mark) => [...(mark.parentElement?.children ?? [])].indexOf(mark))).toEqual([7]);
  const [session, token] = within(said).getAllByRole('definition');
  expect(session).toHaveTextContent(
    /^Held: record destroyed The attacker got in at step 3, and was kept out from step 7 on/,
  );
  expect(token).toHaveTextContent(/^Breach until 12:15:00 The attacker got in from step 3 to 8/);
  await user.click(within(await result()).getByRole('button', { name: /^Next: / }));
  await waitFor(() =>
    expect(toScenario(usePlayer.getState().run).id).not.toBe('stolen-then-logout'),
  );
  expectStep(0);
});

test('with one column on show only that one has something left', async () => {
  await openPage('#step=12&columns=token');
  expect(within(await result()).getAllByRole('term')).toHaveLength(1);
});
