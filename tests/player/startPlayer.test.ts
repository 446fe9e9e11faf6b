// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPlayer } from '../../src/player/startPlayer.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';

let stop = () => {};
beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  stop();
  usePlayer.setState(usePlayer.getInitialState());
});

it('opens the page at its address and answers its keys', async () => {
  window.history.replaceState(null, '', '/#step=3&columns=session');
  const { disconnect, opened } = startPlayer();
  stop = disconnect;
  await opened;
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
  expect(usePlayer.getState()).toMatchObject({ cursor: 4, columns: 'session' });
  expect(usePlayer.getInitialState()).toMatchObject({ cursor: 0, columns: 'both' });
});

it('starts paused at step 0 and without a word', () => {
  stop = startPlayer().disconnect;
  expect(usePlayer.getState()).toMatchObject({ cursor: 0, playing: false, notices: [] });
});
