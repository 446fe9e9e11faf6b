import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ISLANDS } from '../../src/late.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { toIsland } from '../../src/ui/islands/island.ts';
import { expectStep, forgetVisit, openPage, region } from './page.tsx';

const panel = { breaksAt: -1 };

function KeyMoments() {
  const cursor = usePlayer((player) => player.cursor);
  if (cursor === panel.breaksAt) throw new TypeError('undefined is not a function');
  return <section aria-label="Key moments">All is well</section>;
}

const { moments } = ISLANDS;
beforeAll(() => {
  Object.assign(ISLANDS, { moments: toIsland(moments.name, async () => KeyMoments) });
});
afterAll(() => {
  Object.assign(ISLANDS, { moments });
});

beforeEach(() => {
  forgetVisit();
  panel.breaksAt = -1;
});

test('a part that throws says so in its place, and the rest works', async () => {
  panel.breaksAt = 0;
  const { user } = await openPage();
  const notice = screen.getByRole('alert');
  expect(notice).toHaveTextContent(/^The key moments ran into an error\./);
  expect(notice).not.toHaveTextContent('undefined is not a function');
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  await user.click(
    within(region('Flow diagram')).getByRole('button', { name: 'Client stores token' }),
  );
  expectStep(5);
});

test('the next step tries again', async () => {
  panel.breaksAt = 2;
  const { user } = await openPage('#step=1');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.keyboard('{ArrowRight}');
  expectStep(2);
  expect(screen.getByRole('alert')).toBeVisible();
  await user.keyboard('{ArrowRight}');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(region('Key moments')).toHaveTextContent('All is well');
});

test('so does its button', async () => {
  panel.breaksAt = 0;
  const { user } = await openPage();
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('alert')).toBeVisible();
  panel.breaksAt = -1;
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }));
  expect(region('Key moments')).toHaveTextContent('All is well');
});
