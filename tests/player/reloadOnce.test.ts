// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer } from '../../src/player/player.ts';
import { loadAnew } from '../../src/player/reloadOnce.ts';
import { fakeRun } from './fakeRun.ts';

/** Whether the server answers when it is asked for the icon. */
let answers = true;
const player = createPlayer(fakeRun());
const reload = vi.fn();

class FakeImage {
  onload = () => {};
  onerror = () => {};
  set src(_: string) {
    queueMicrotask(() => (answers ? this.onload() : this.onerror()));
  }
}

const link = (rel: string, id: string, href: string) =>
  document.head.append(Object.assign(document.createElement('link'), { rel, id, href }));

beforeEach(() => {
  answers = true;
  reload.mockClear();
  sessionStorage.clear();
  player.setState(player.getInitialState(), true);
  document.head.replaceChildren();
  link('icon', '', '/favicon.svg');
  link('modulepreload', 'page-module', '/assets/index-1.js');
  vi.stubGlobal('Image', FakeImage);
  vi.spyOn(window.location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const ask = () => loadAnew(window, player);

it('loads the page anew once, and after the next deploy once more', async () => {
  await ask();
  await ask();
  expect(reload).toHaveBeenCalledTimes(1);
  document.querySelector('#page-module')?.setAttribute('href', '/assets/index-2.js');
  await ask();
  expect(reload).toHaveBeenCalledTimes(2);
});

it('keeps the page that there is while the server does not answer', async () => {
  answers = false;
  await ask();
  expect(reload).not.toHaveBeenCalled();
  answers = true;
  await ask();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('loses no run that has no address', async () => {
  player.setState({ original: fakeRun(), runAddress: null });
  await ask();
  expect(reload).not.toHaveBeenCalled();
  player.setState({ runAddress: 'eyJ' });
  await ask();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('does nothing where it cannot note that it did', async () => {
  const getItem = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  await loadAnew(Object.create(window, { sessionStorage: { value: { getItem } } }), player);
  expect(reload).not.toHaveBeenCalled();
});

it('does nothing where the page is no built one', async () => {
  document.querySelector('#page-module')?.remove();
  await ask();
  expect(reload).not.toHaveBeenCalled();
});
