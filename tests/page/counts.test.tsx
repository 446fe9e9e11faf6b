import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, forgetVisit, openPage, readRows, region } from './page.tsx';

afterEach(forgetVisit);

const counts = () => within(region('Counts')).getByRole('table', { name: 'Counts' });

/** Opens the page at a step and waits for the counts. */
async function openCounts(hash: string) {
  const opened = await openPage(hash);
  await waitFor(counts);
  return opened;
}

/** The cells of a row, without what its name explains. */
function read(name: string) {
  const header = within(counts()).getByRole('rowheader', { name: new RegExp(`^${name}`) });
  const cells = [...(header.parentElement?.querySelectorAll('td') ?? [])];
  return cells.map(({ textContent }) => textContent);
}

const rowNames = () =>
  within(counts())
    .getAllByRole('rowheader')
    .map(({ firstChild }) => firstChild?.textContent);

it('begins with what each request takes, the same at every step', async () => {
  await openCounts('#step=0');
  for (const step of [0, 6, 12]) {
    act(() => usePlayer.getState().jumpTo(step));
    await waitFor(() => expect(counts()).toHaveTextContent(`up to step ${step} of 12`));
    expect(rowNames().slice(0, 2)).toEqual(['Each request carries', 'Each request asks a store']);
    expect(read('Each request carries')).toEqual(['106 B', '171 B']);
    expect(read('Each request asks a store')).toEqual(['2', '0']);
  }
});

it('draws what that comes to over requests and servers, with the table behind it', async () => {
  const { user } = await openCounts('#step=0');
  const charts = () => within(region('Counts')).getAllByRole('img');
  expect(charts().map((chart) => chart.getAttribute('aria-label'))).toEqual([
    'Sent by the client, in bytes, up to 100 requests: Session-based 10,600 B, Token-based 17,100 B.',
    'Calls to the one store, up to 4 servers: Session-based 800, Token-based 0.',
  ]);
  await user.click(screen.getByText('The same as a table'));
  const cost = screen.getByRole('table', { name: 'What that comes to' });
  const rows = readRows(cost).map((cells) => cells.join(' | '));
  expect(rows).toEqual([
    'Sent by the client, in bytes',
    '1 request | 106 B | 171 B',
    '10 requests | 1,060 B | 1,710 B',
    '100 requests | 10,600 B | 17,100 B',
    '1,000 requests | 106,000 B | 171,000 B',
    'Calls to the one store, 100 requests at each server',
    '1 server | 200 | 0',
    '2 servers | 400 | 0',
    '4 servers | 800 | 0',
  ]);
  await user.click(screen.getByRole('radio', { name: 'Token' }));
  expect(charts()[0]).not.toHaveAccessibleName(/Session/);
});

it('draws nothing where no request brought a credential', async () => {
  await openCounts('#step=1');
  await act(() => usePlayer.getState().chooseScenario('wrong-password', 99));
  await waitFor(() => expect(read('Each request carries')).toEqual(['none yet', 'none yet']));
  expect(within(region('Counts')).queryByRole('img')).toBeNull();
});

it('counts both strategies up to the step on show, and what that step added', async () => {
  const { user } = await openCounts('#step=9');
  expect(rowNames()).toEqual([
    'Each request carries',
    'Each request asks a store',
    'Totals up to step 9 of 12, the login included',
    'Store reads',
    'Store writes',
    'Signatures made',
    'Signatures checked',
    'Sent by the client',
    'Sent by the server',
    'Kept on the server',
    'Left for a stolen copy',
  ]);
  expect(read('Store reads')).toEqual(['2+1', '0']);
  expect(read('Store writes')).toEqual(['4+1', '0']);
  expect(read('Signatures checked')).toEqual(['2+1', '1']);
  expect(read('Left for a stolen copy')).toEqual(['nothing', '15 min']);
  await user.click(button('Previous step'));
  await waitFor(() => expect(counts()).toHaveTextContent('up to step 8 of 12'));
  expect(read('Left for a stolen copy')).toEqual(['no copy yet', 'no copy yet']);
  expect(read('Kept on the server')[0]).toMatch(/^\d+ B$/);
  expect(read('Kept on the server')[1]).toBe('0 B');
});

it('shows the column that the page shows', async () => {
  const { user } = await openCounts('#step=4');
  const columns = () =>
    within(counts())
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
  expect(columns()).toEqual(['Session-based', 'Token-based']);
  await user.click(screen.getByRole('radio', { name: 'Token' }));
  expect(columns()).toEqual(['Token-based']);
  expect(read('Store reads')).toEqual(['0']);
});

it('says in words what is left for a copy that nothing ends', async () => {
  await openCounts('#step=1');
  await act(() => usePlayer.getState().chooseScenario('no-max-age', 99));
  await waitFor(() => expect(counts()).toHaveTextContent(/up to step (\d+) of \1/));
  expect(read('Left for a stolen copy')[0]).toMatch(/for ever|no copy yet/);
});
