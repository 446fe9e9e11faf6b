import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { button, forgetVisit, openPage, region } from './page.tsx';

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

it('counts both strategies up to the step on show, and what that step added', async () => {
  const { user } = await openCounts('#step=9');
  expect(rowNames()).toEqual([
    'Store reads',
    'Store writes',
    'Signatures made',
    'Signatures checked',
    'Sent by the client',
    'Sent by the server',
    'Kept on the server',
    'Left for a stolen copy',
  ]);
  expect(counts().querySelector('caption')).toHaveTextContent('Up to step 9 of 12');
  expect(read('Store reads')).toEqual(['2+1', '0']);
  expect(read('Store writes')).toEqual(['4+1', '0']);
  expect(read('Signatures checked')).toEqual(['2+1', '1']);
  expect(read('Left for a stolen copy')).toEqual(['nothing', '15 min']);
  await user.click(button('Previous step'));
  await waitFor(() => expect(counts()).toHaveTextContent('Up to step 8 of 12'));
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
  await waitFor(() => expect(counts()).toHaveTextContent(/Up to step (\d+) of \1/));
  expect(read('Left for a stolen copy')[0]).toMatch(/for ever|no copy yet/);
});
