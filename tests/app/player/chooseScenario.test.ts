import { expect, it } from 'vitest';
import { Unavailable } from '../../../src/player/library.ts';
import { createPlayer } from '../../../src/player/player.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { fakeLibrary, fakeTrace } from './fakeTrace.ts';

const stolen = fakeTrace(5, 'stolen');

/** A loader that answers when the test says so. */
function startLoader() {
  const answers = new Map<string, (trace: Trace) => void>();
  const load = (id: string) => new Promise<Trace>((resolve) => answers.set(id, resolve));
  return { load, answer: (trace: Trace) => answers.get(trace.scenario.id)?.(trace) };
}

it('shows the scenario at hand at once, at the step', () => {
  const player = createPlayer(fakeTrace());
  player.getState().play();
  void player.getState().chooseScenario('login-to-logout', 4);
  expect(player.getState()).toMatchObject({ cursor: 4, playing: false });
});

it('loads another one, starts it at step 0, and finds the way back without loading', async () => {
  const player = createPlayer(
    fakeTrace(),
    fakeLibrary(async () => stolen),
  );
  player.getState().jumpTo(9);
  await player.getState().chooseScenario('stolen');
  expect(player.getState()).toMatchObject({ trace: stolen, cursor: 0 });
  void player.getState().chooseScenario('login-to-logout', 99);
  expect(player.getState().cursor).toBe(12);
});

it('shows the last choice, however the traces arrive', async () => {
  const { load, answer } = startLoader();
  const player = createPlayer(fakeTrace(), fakeLibrary(load));
  const banned = fakeTrace(7, 'banned');
  const first = player.getState().chooseScenario('stolen');
  const second = player.getState().chooseScenario('banned', Number.POSITIVE_INFINITY);
  answer(banned);
  answer(stolen);
  await Promise.all([first, second]);
  expect(player.getState()).toMatchObject({ trace: banned, cursor: 7 });
});

it('says which one is on its way, until it is there, fails or is not wanted any more', async () => {
  const { load, answer } = startLoader();
  const player = createPlayer(fakeTrace(), fakeLibrary(load));
  const opening = () => player.getState().openingId;
  const first = player.getState().chooseScenario('stolen');
  expect(opening()).toBe('stolen');
  const second = player.getState().chooseScenario('banned');
  answer(stolen);
  await first;
  expect(opening()).toBe('banned');
  answer(fakeTrace(7, 'banned'));
  await second;
  expect(opening()).toBeNull();
  const third = player.getState().chooseScenario('slow');
  void player.getState().chooseScenario('login-to-logout');
  expect(opening()).toBeNull();
  answer(fakeTrace(3, 'slow'));
  await third;
  expect(opening()).toBeNull();
});

it.each([
  ['there is no loader', undefined],
  ['loading fails', () => Promise.reject(new Error('offline'))],
])('says so and keeps the picture when %s', async (_, load) => {
  const player = createPlayer(fakeTrace(), load && fakeLibrary(load));
  player.getState().jumpTo(3);
  await player.getState().chooseScenario('stolen');
  expect(player.getState()).toMatchObject({ cursor: 3, openingId: null });
  expect(player.getState().notices.map(({ text }) => text)).toEqual([
    'That scenario could not be opened, so the page still shows the one before.',
  ]);
});

it('says in its own words what the library says cannot be had', async () => {
  const load = () => Promise.reject(new Unavailable('Only over https.'));
  const player = createPlayer(fakeTrace(), fakeLibrary(load));
  await player.getState().chooseScenario('stolen');
  expect(player.getState().notices.map(({ text }) => text)).toEqual(['Only over https.']);
});

it('goes from a what-if back to the scenario that it began at', async () => {
  const player = createPlayer(fakeTrace());
  const { trace } = player.getState();
  const run = { trace: fakeTrace(14), original: trace, parting: null, runAddress: 'abc' };
  player.getState().showRun(run, 13);
  expect(player.getState()).toMatchObject({ ...run, cursor: 13 });
  await player.getState().chooseScenario('login-to-logout');
  expect(player.getState()).toMatchObject({ trace, original: null, runAddress: null, cursor: 0 });
});
