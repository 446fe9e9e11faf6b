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

// happy-dom fires it for replaceState, which no browser does; the tests' own are plain events.
window.addEventListener('hashchange', (event) => {
  if (event instanceof HashChangeEvent) event.stopImmediatePropagation();
});

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

  it('opens the place that an element is in whose address it is, which stays', () => {
    document.body.innerHTML =
      '<div data-place="walk try"><i id="stage"></i></div><div data-place="reference"><i id="glossary"></i></div>';
    start('#glossary');
    expect(now()).toMatchObject({ view: 'reference', notices: [] });
    expect(location.hash).toBe('#glossary');
    edit('#stage');
    expect(now().view).toBe('walk');
    expect(location.hash).toBe('#stage');
  });

  it('puts a bad address right and says what was wrong', () => {
    start('#step=99');
    expect(now().cursor).toBe(12);
    expect(texts()).toEqual(['There is no step “99”, so this is the last one, 12.']);
    expect(location.hash).toBe('#step=12');
  });

  it('follows what was asked for, though a write that was due has come over it', () => {
    start('#step=4');
    const newURL = new URL('#step=9', location.href).href;
    // The event comes after the change; in between the page may have written its own step.
    window.dispatchEvent(Object.assign(new Event('hashchange'), { newURL }));
    expect(location.hash).toBe('#step=9');
    expect(now().cursor).toBe(9);
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

describe('another place', () => {
  /** What Back returns to, in order: each entry as it was left, then the one on show. */
  const listen = () => {
    const left: string[] = [];
    const push = history.pushState.bind(history);
    vi.spyOn(history, 'pushState').mockImplementation((...args) => {
      left.push(location.hash);
      push(...args);
    });
    return () => [...left, location.hash];
  };

  it('is an entry of its own, and the one before keeps its last step', () => {
    start();
    const entries = listen();
    for (let i = 0; i < 5; i += 1) now().stepForward();
    now().setView('breaks');
    expect(entries()).toEqual(['#step=5', '#step=5&view=breaks']);
    now().stepForward();
    vi.advanceTimersByTime(300);
    now().setView('walk');
    expect(entries()).toEqual(['#step=5', '#step=6&view=breaks', '#step=6']);
  });

  it('is each page of a way to learn, so that Back returns to the list, and not each draw of it', () => {
    start('#step=4&view=check');
    const entries = listen();
    for (const way of ['learn', 'learn/prove', 'challenge/random.1.17', 'challenge/random.1.18'])
      player.setState({ way });
    vi.advanceTimersByTime(300);
    expect(entries()).toEqual([
      '#step=4&view=check',
      '#step=4&way=learn',
      '#step=4&way=learn/prove',
      '#step=4&way=challenge/random.1.18',
    ]);
  });

  it('is one entry for a question, which opens a scenario and the walk', async () => {
    start('#step=4&view=breaks');
    const entries = listen();
    const tasks: (() => void)[] = [];
    stop();
    ({ stop } = syncAddress(player, book, window, { later: (task) => tasks.splice(0, 1, task) }));
    await now().chooseScenario('stolen', 0);
    now().setView('walk');
    for (const task of tasks) task();
    expect(entries()).toEqual(['#step=4&view=breaks', '#step=0&scenario=stolen']);
  });

  it('is none when it is the one on show, or shown again before it was written', () => {
    start('#step=4');
    const entries = listen();
    now().setView('walk');
    void now().chooseScenario('login-to-logout', 4);
    now().setColumns('token');
    expect(entries()).toEqual(['#step=4&columns=token']);
    stop();
    const tasks: (() => void)[] = [];
    ({ stop } = syncAddress(player, book, window, { later: (task) => tasks.splice(0, 1, task) }));
    now().setView('check');
    now().setView('walk');
    for (const task of tasks) task();
    expect(entries()).toEqual(['#step=4&columns=token']);
  });

  it('is an entry in an embed too, and the embed stays one', async () => {
    start('#step=4&embed=1');
    const entries = listen();
    await now().chooseScenario('stolen', 2);
    expect(entries()).toEqual(['#step=4&embed=1', '#step=2&scenario=stolen&embed=1']);
  });

  it.each([
    ['#step=99&view=breaks', '#step=12&view=breaks'],
    ['#step=4&view=nowhere', '#step=4'],
    ['#step=4&view=check', '#step=4&view=check'],
    ['#step=2&scenario=stolen&view=reference', '#step=2&scenario=stolen&view=reference'],
  ])('that an address names, %s, is no further entry', async (hash, shown) => {
    start();
    const entries = listen();
    edit(hash);
    await vi.runAllTimersAsync();
    expect(entries()).toEqual([shown]);
  });

  it('leaves an address that still loads as it was asked for', () => {
    player = createPlayer(
      fakeRun(),
      fakeSource(() => new Promise(() => {})),
    );
    start();
    const entries = listen();
    edit('#step=2&scenario=stolen');
    now().setView('check');
    expect(entries()).toEqual(['#step=2&scenario=stolen', '#step=0&view=check']);
  });

  it('is shown where the browser lets no entry be made', () => {
    start();
    vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('too many calls', 'SecurityError');
    });
    expect(() => now().setView('check')).not.toThrow();
    expect(now().view).toBe('check');
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

  it('is followed once where the browser tells it twice, and before it scrolls', async () => {
    start('#step=2');
    window.history.replaceState(null, '', '/page/?q=1#step=99&view=breaks');
    window.dispatchEvent(new Event('popstate'));
    expect(now()).toMatchObject({ cursor: 12, view: 'breaks' });
    const told = now().notices;
    const newURL = new URL('#step=99&view=breaks', location.href).href;
    window.dispatchEvent(Object.assign(new Event('hashchange'), { newURL }));
    expect(now().notices).toBe(told);
    edit('#step=4');
    expect(now()).toMatchObject({ cursor: 4, view: 'walk' });
  });

  it('of another place ends presenting', () => {
    start();
    now().togglePresent();
    edit('#step=2&view=check');
    expect(now()).toMatchObject({ presenting: false, verdict: 'shown', view: 'check' });
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
