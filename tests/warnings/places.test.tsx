import { act, render, screen } from '@testing-library/react';
import { act as reactAct } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { WAY_PARTS } from '../../src/panels/practise/wayParts.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { forgetVisit, openPage, slider } from '../page/page.tsx';

/*
 * Only React's development build says what is wrong with what it is given: a list without keys, an
 * element where HTML has none. It is slow, so it looks at each place once, and tests/page runs on the
 * build that people get. A warning fails the test that it comes in (tests/page/setup.ts).
 */
const PLACES = ['#view=walk', '#view=breaks', '#view=try', '#view=check', '#view=reference'];
const RUNS = ['#scenario=stolen-then-logout&step=8', '#scenario=two-servers-one-store&step=6'];
const WAYS = Object.keys(WAY_PARTS).map((way) => `#way=${way}`);

beforeEach(forgetVisit);

test('React warns here', () => {
  expect(reactAct).toBeTypeOf('function');
  const warn = vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <table>
      <p>a paragraph where HTML has none</p>
    </table>,
  );
  expect(warn.mock.calls.flat().join(' ')).toContain('In HTML');
});

test.each([...PLACES, ...RUNS, ...WAYS])('it has nothing to say of %s', async (hash) => {
  await openPage(hash);
  await act(async () => {
    await Promise.all(Object.values(WAY_PARTS).map((part) => part.load()));
  });
  expect(screen.getAllByRole('heading').length).toBeGreaterThan(1);
});

test('it has nothing to say of the walk', async () => {
  const { user } = await openPage();
  for (let step = 1; step <= 12; step++) await user.keyboard('{ArrowRight}');
  expect(slider()).toHaveValue('12');
  expect(usePlayer.getState().cursor).toBe(12);
});
