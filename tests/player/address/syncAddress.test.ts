// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AddressBook } from '../../../src/player/address/address.ts';
import { syncAddress } from '../../../src/player/address/syncAddress.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { toScenario } from '../../../src/player/runs/toldRun.ts';
import { fakeRun, fakeSource } from '../fakeRun.ts';

const book: AddressBook = { scenarios: ['login-to-logout', 'stolen'], lastStep: () => 12 };

let player: PlayerStore;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  window.location.href = 'http://localhost:3000/page/?q=1';
  player = createPlayer(
    fakeRun(),
    fakeSource(async () => fakeRun(5, 'stolen')),
  );
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});

const now = () => player.getState();
const start = (hash = '') => {
  window.history.replaceState(null, '', `/page/?q=1${hash}`);
  ({ stop } = syncAddress(player, book, window, { later: (task) => task() }));
};
const edit = (hash: string) => {
  window.history.replaceState(null, '', `/page/?q=1${hash}`);
  window.dispatchEvent(new Event('hashchange'));
};
const texts = () => now().notices.map(({ text }) => text);

describe('opening', () => {
  it('shows the picture that the address names', () => {
    start('#step=3&columns=token');
    expect(now()).toMatchObject({ cursor: 3, columns: 'token', notices: [] });
    expect(player.getInitialState()).toMatchObject({ cursor: 0, columns: 'both' });
  });

  it('puts a bad address right and says what was wrong', () => {
    start('#step=99');
    expect(now().cursor).toBe(12);
    expect(texts()).toEqual(['There is no step “99”, so this is the last one, 12.']);
    expect(location.hash).toBe('#step=12');
  });

  it('leaves an address without hash alone', () => {
    const write = vi.spyOn(history, 'replaceState');
    ({ stop } = syncAddress(player, book, window, { later: (task) => task() }));
    expect(write).not.toHaveBeenCalled();
  });

  it('loads a scenario, and keeps its address meanwhile', async () => {
    start('#step=2&scenario=stolen');
    expect(location.hash).toBe('#step=2&scenario=stolen');
    await vi.runAllTimersAsync();
    expect(toScenario(now().run).id).toBe('stolen');
    expect(now().cursor).toBe(2);
    expect(location.hash).toBe('#step=2&scenario=stolen');
  });
});

describe('what does not come', () => {
  const HASHES = ['#step=2&scenario=stolen', '#step=2&scenario=stolen&run=eyJ'];

  it.each(HASHES)('keeps %s in the address until something else is done', async (hash) => {
    player = createPlayer(
      fakeRun(),
      fakeSource(async () => Promise.reject(new TypeError('offline'))),
    );
    start(hash);
    await vi.runAllTimersAsync();
    expect(texts()).toEqual([expect.stringContaining('could not be opened')]);
    expect(toScenario(now().run).id).toBe('login-to-logout');
    expect(location.hash).toBe(hash);
    now().setSpeed(2);
    expect(location.hash).toBe(hash);
    now().stepForward();
    // A run would have shown where runs are made, and that place is open now.
    expect(location.hash).toBe(hash.includes('run=') ? '#step=1&view=try' : '#step=1');
  });
});

describe('stepping', () => {
  it('is in the address at once, without an entry in the history', () => {
    start();
    const entries = history.length;
    now().stepForward();
    expect(location.hash).toBe('#step=1');
    expect(history.length).toBe(entries);
  });

  it('writes at most every 300 ms, and the last step in the end', () => {
    start();
    const write = vi.spyOn(history, 'replaceState');
    for (let i = 0; i < 10; i += 1) {
      now().stepForward();
      vi.advanceTimersByTime(30);
    }
    expect(write).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(300);
    expect(write.mock.calls.length).toBeLessThanOrEqual(3);
    expect(location.hash).toBe('#step=10');
  });

  it('back at the start with both columns leaves no hash', () => {
    start('#step=3');
    vi.advanceTimersByTime(300);
    now().reset();
    expect(location.href).toBe('http://localhost:3000/page/?q=1');
  });

  it('goes on when the browser refuses to write', () => {
    start();
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('too many calls', 'SecurityError');
    });
    expect(() => now().stepForward()).not.toThrow();
    expect(now().cursor).toBe(1);
  });

  it('writes nothing for what is not in the address', () => {
    start();
    const write = vi.spyOn(history, 'replaceState');
    now().openShortcuts();
    now().addNotice('hello');
    vi.advanceTimersByTime(1000);
    expect(write).not.toHaveBeenCalled();
  });

  it('is no longer written after the end', () => {
    start();
    now().stepForward();
    now().stepForward();
    stop();
    now().stepForward();
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#step=1');
  });
});

describe('an address that is edited or followed', () => {
  it('is shown, paused', () => {
    start();
    now().play();
    edit('#step=7&columns=session');
    expect(now()).toMatchObject({ cursor: 7, columns: 'session', playing: false });
  });

  it('is not written over by a picture in between', () => {
    start();
    edit('#step=7&columns=session');
    expect(location.hash).toBe('#step=7&columns=session');
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#step=7&columns=session');
  });

  it('keeps its place while its scenario loads', () => {
    player = createPlayer(
      fakeRun(),
      fakeSource(() => new Promise(() => {})),
    );
    start();
    now().stepForward();
    now().stepForward();
    edit('#step=2&scenario=stolen');
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#step=2&scenario=stolen');
  });

  it('wins over a step that still waits to be written', () => {
    start();
    now().stepForward();
    now().stepForward();
    edit('#step=7');
    vi.advanceTimersByTime(1000);
    expect(now().cursor).toBe(7);
    expect(location.hash).toBe('#step=7');
  });

  it('gives up a scenario that still loads when it goes back to the one on show', async () => {
    start('#step=1');
    edit('#step=2&scenario=stolen');
    edit('#step=1');
    await vi.runAllTimersAsync();
    expect(toScenario(now().run).id).toBe('login-to-logout');
    expect(location.hash).toBe('#step=1');
  });

  it('without hash is the start', () => {
    start('#step=7');
    edit('');
    expect(now().cursor).toBe(0);
  });

  it('takes the notices about the one before away', () => {
    start('#step=99');
    edit('#step=-4');
    expect(texts()).toEqual(['There is no step “-4”, so this is the start.']);
    edit('#step=4');
    expect(texts()).toEqual([]);
  });

  it('of an element of the page moves no cursor', () => {
    const main = document.createElement('main');
    main.id = 'main';
    document.body.append(main);
    start('#step=7');
    edit('#main');
    expect(now()).toMatchObject({ cursor: 7, notices: [] });
    vi.advanceTimersByTime(300);
    now().stepForward();
    expect(location.hash).toBe('#step=8');
  });
});
