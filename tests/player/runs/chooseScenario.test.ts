import { expect, it } from 'vitest';
import { createPlayer } from '../../../src/player/player.ts';
import type { ToldRun } from '../../../src/player/runs/toldRun.ts';
import { toScenario } from '../../../src/player/runs/toldRun.ts';
import { Unavailable } from '../../../src/player/runs/unavailable.ts';
import { fakeRun, fakeSource } from '../fakeRun.ts';

const stolen = fakeRun(5, 'stolen');

/** A loader that answers when the test says so. */
function startLoader() {
  const answers = new Map<string, (run: ToldRun) => void>();
  const load = (id: string) => new Promise<ToldRun>((resolve) => answers.set(id, resolve));
  return { load, answer: (run: ToldRun) => answers.get(toScenario(run).id)?.(run) };
}

it('shows the scenario at hand at once, at the step', () => {
  const player = createPlayer(fakeRun());
  player.getState().play();
  void player.getState().chooseScenario('login-to-logout', 4);
  expect(player.getState()).toMatchObject({ cursor: 4, playing: false });
});

it('loads another one, starts it at step 0, and finds the way back without loading', async () => {
  const player = createPlayer(
    fakeRun(),
    fakeSource(async () => stolen),
  );
  player.getState().jumpTo(9);
  await player.getState().chooseScenario('stolen');
  expect(player.getState()).toMatchObject({ run: stolen, cursor: 0 });
  void player.getState().chooseScenario('login-to-logout', 99);
  expect(player.getState().cursor).toBe(12);
});

it('shows the last choice, however the runs arrive', async () => {
  const { load, answer } = startLoader();
  const player = createPlayer(fakeRun(), fakeSource(load));
  const banned = fakeRun(7, 'banned');
  const first = player.getState().chooseScenario('stolen');
  const second = player.getState().chooseScenario('banned', Number.POSITIVE_INFINITY);
  answer(banned);
  answer(stolen);
  await Promise.all([first, second]);
  expect(player.getState()).toMatchObject({ run: banned, cursor: 7 });
});

it('says which one is on its way, until it is there, fails or is not wanted any more', async () => {
  const { load, answer } = startLoader();
  const player = createPlayer(fakeRun(), fakeSource(load));
  const opening = () => player.getState().openingId;
  const first = player.getState().chooseScenario('stolen');
  expect(opening()).toBe('stolen');
  const second = player.getState().chooseScenario('banned');
  answer(stolen);
  await first;
  expect(opening()).toBe('banned');
  answer(fakeRun(7, 'banned'));
  await second;
  expect(opening()).toBeNull();
  const third = player.getState().chooseScenario('slow');
  void player.getState().chooseScenario('login-to-logout');
  expect(opening()).toBeNull();
  answer(fakeRun(3, 'slow'));
  await third;
  expect(opening()).toBeNull();
});

it.each([
  ['there is no source', undefined],
  ['loading fails', () => Promise.reject(new Error('offline'))],
])('says so and keeps the picture when %s', async (_, load) => {
  const player = createPlayer(fakeRun(), load && fakeSource(load));
  player.getState().jumpTo(3);
  await player.getState().chooseScenario('stolen');
  expect(player.getState()).toMatchObject({ cursor: 3, openingId: null });
  expect(player.getState().notices.map(({ text }) => text)).toEqual([
    'That scenario could not be opened, so the page still shows the one before.',
  ]);
});

it('says in its own words what the library says cannot be had', async () => {
  const load = () => Promise.reject(new Unavailable('Only over https.'));
  const player = createPlayer(fakeRun(), fakeSource(load));
  await player.getState().chooseScenario('stolen');
  expect(player.getState().notices.map(({ text }) => text)).toEqual(['Only over https.']);
});

it('goes from a what-if back to the scenario that it began at', async () => {
  const player = createPlayer(fakeRun());
  const { run: own } = player.getState();
  const shown = { run: fakeRun(14), original: own, parting: null, runAddress: 'abc' };
  player.getState().showRun(shown, 13);
  expect(player.getState()).toMatchObject({ ...shown, cursor: 13 });
  await player.getState().chooseScenario('login-to-logout');
  expect(player.getState()).toMatchObject({
    run: own,
    original: null,
    runAddress: null,
    cursor: 0,
  });
});
