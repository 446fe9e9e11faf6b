import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPlayer, type PlayerStore } from '../../src/player/player.ts';
import type { Pointed } from '../../src/player/position/pointed.ts';
import { fakeRun } from './fakeRun.ts';

let player: PlayerStore;
beforeEach(() => {
  player = createPlayer(fakeRun());
});
const now = () => player.getState();

describe('the cursor', () => {
  it('starts paused at step 0 with both columns', () => {
    expect(now()).toMatchObject({ cursor: 0, playing: false, columns: 'both', speed: 1 });
  });

  it('goes forward and back, and stays at the ends', () => {
    now().stepBack();
    expect(now().cursor).toBe(0);
    now().stepForward();
    now().stepForward();
    now().stepBack();
    expect(now().cursor).toBe(1);
    now().last();
    now().stepForward();
    expect(now().cursor).toBe(12);
    now().first();
    expect(now().cursor).toBe(0);
  });

  it.each([
    [-1, 0],
    [3.4, 3],
    [13, 12],
    [Number.POSITIVE_INFINITY, 12],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, 0],
  ])('jumps to the step nearest to %d', (asked, shown) => {
    now().jumpTo(5);
    now().jumpTo(asked);
    expect(now().cursor).toBe(shown);
  });

  it('goes back to the start', () => {
    now().jumpTo(7);
    now().reset();
    expect(now().cursor).toBe(0);
  });

  it('is a step of the run after any sequence of verbs', () => {
    const verbs = [
      'stepForward',
      'stepBack',
      'first',
      'last',
      'reset',
      'play',
      'pause',
      'togglePlay',
      'advance',
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.constantFrom(...verbs)),
        (n, run) => {
          player = createPlayer(fakeRun(n));
          for (const verb of run) now()[verb]();
          expect(now().cursor).toBeGreaterThanOrEqual(0);
          expect(now().cursor).toBeLessThanOrEqual(n);
          expect(now().playing && now().cursor === n).toBe(false);
        },
      ),
    );
  });
});

describe('playing', () => {
  it.each(['stepForward', 'stepBack', 'first', 'last', 'reset'] as const)('%s pauses', (verb) => {
    now().jumpTo(5);
    now().play();
    now()[verb]();
    expect(now().playing).toBe(false);
  });

  it('a jump pauses', () => {
    now().play();
    now().jumpTo(3);
    expect(now().playing).toBe(false);
  });

  it('goes on from the step on show', () => {
    now().jumpTo(5);
    now().togglePlay();
    now().advance();
    expect(now()).toMatchObject({ cursor: 6, playing: true });
    now().togglePlay();
    expect(now().playing).toBe(false);
  });

  it('pauses on the last step, and starts again from there', () => {
    now().jumpTo(11);
    now().play();
    now().advance();
    expect(now()).toMatchObject({ cursor: 12, playing: false });
    now().play();
    expect(now()).toMatchObject({ cursor: 0, playing: true });
  });

  it('steps with one change of the store', () => {
    now().play();
    let changes = 0;
    player.subscribe(() => {
      changes += 1;
    });
    now().advance();
    expect(changes).toBe(1);
  });

  it('has nothing to play in a run without steps', () => {
    player = createPlayer(fakeRun(0));
    now().play();
    expect(now().playing).toBe(false);
  });

  it('has four speeds and stays at the ends of them', () => {
    const seen = [now().speed];
    for (let i = 0; i < 3; i += 1) {
      now().faster();
      seen.push(now().speed);
    }
    for (let i = 0; i < 4; i += 1) {
      now().slower();
      seen.push(now().speed);
    }
    expect(seen).toEqual([1, 2, 4, 4, 2, 1, 0.5, 0.5]);
    now().setSpeed(4);
    expect(now().speed).toBe(4);
  });
});

describe('pointing', () => {
  const record: Pointed = { step: 9, place: { variable: 'sessionStore' } };
  const tokenCell: Pointed = { step: 3, place: { table: 'token' } };

  it('jumps to the step, pauses and marks the place', () => {
    now().play();
    now().pointAt(tokenCell);
    expect(now()).toMatchObject({ cursor: 3, playing: false, pointed: tokenCell });
  });

  it.each([
    ['token', record, 'both'],
    ['session', record, 'session'],
    ['session', tokenCell, 'both'],
    ['token', { step: 4, place: { variable: 'token' } }, 'token'],
    ['token', { step: 6, place: { variable: 'sessionCookie' } }, 'both'],
    ['both', record, 'both'],
  ] as const)('with %s on show, pointing at %j shows %s', (before, pointed, after) => {
    now().setColumns(before);
    now().pointAt(pointed);
    expect(now().columns).toBe(after);
  });

  it('ends with the next step or jump', () => {
    now().pointAt(record);
    now().stepForward();
    expect(now().pointed).toBeNull();
    now().pointAt(record);
    now().jumpTo(9);
    expect(now().pointed).toBeNull();
    now().pointAt(record);
    now().play();
    now().advance();
    expect(now().pointed).toBeNull();
    now().pointAt(record);
    now().clearPointed();
    expect(now()).toMatchObject({ cursor: 9, pointed: null });
  });
});

describe('the rest of the picture', () => {
  it('opens and closes the shortcuts, switches the tracker and the columns', () => {
    now().openShortcuts();
    now().setTrackerView('all');
    now().setColumns('token');
    expect(now()).toMatchObject({ shortcutsOpen: true, trackerView: 'all', columns: 'token' });
    now().closeShortcuts();
    expect(now().shortcutsOpen).toBe(false);
    now().openShortcuts();
    now().showTerm('exp');
    expect(now()).toMatchObject({ shortcutsOpen: false, term: 'exp' });
    now().showTerm(null);
    expect(now().term).toBeNull();
  });

  it('adds a notice once, and never gives its ID again', () => {
    const first = now().addNotice('one');
    expect(now().addNotice('one')).toBe(first);
    now().dismissNotice(first);
    const second = now().addNotice('one');
    expect(second).not.toBe(first);
    expect(now().notices).toEqual([{ id: second, text: 'one' }]);
    // Said again it comes last: the last one is shown.
    const other = now().addNotice('other');
    expect(now().addNotice('one')).toBe(second);
    expect(now().notices.map(({ id }) => id)).toEqual([other, second]);
  });

  it('leaves the initial state as the prerendered page shows it', () => {
    now().jumpTo(4);
    now().setColumns('token');
    expect(player.getInitialState()).toMatchObject({ cursor: 0, columns: 'both' });
  });
});
