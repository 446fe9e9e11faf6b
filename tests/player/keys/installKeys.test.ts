// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreferences, type PreferencesStore } from '../../../src/player/kept/preferences.ts';
import { drainBootKeys, installKeys } from '../../../src/player/keys/installKeys.ts';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { fakeRun } from '../fakeRun.ts';

let player: PlayerStore;
let preferences: PreferencesStore;
let stop: () => void;

beforeEach(() => {
  player = createPlayer(fakeRun());
  preferences = createPreferences();
  stop = installKeys(player, preferences, window);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const now = () => player.getState();

/** Presses a key and tells whether the browser keeps it. */
function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): boolean {
  return on.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
}

describe('a key on the page', () => {
  it('does what it asks for, and the browser does not', () => {
    expect(press('ArrowRight')).toBe(false);
    expect(press('End')).toBe(false);
    expect(now().cursor).toBe(12);
    press('PageUp');
    expect(now().cursor).toBe(11);
    press('r');
    expect(now().cursor).toBe(0);
    press(' ');
    expect(now().playing).toBe(true);
    press('+');
    press('t');
    expect(now()).toMatchObject({ speed: 2, columns: 'token', playing: true });
  });

  it('stays with the browser when it asks for nothing', () => {
    for (const key of ['ArrowDown', 'Tab', 'Escape', 'x']) expect(press(key)).toBe(true);
    expect(press('ArrowRight', { ctrlKey: true })).toBe(true);
    expect(now().cursor).toBe(0);
  });

  it('steps at each repetition when held down, and toggles once', () => {
    press('ArrowRight');
    for (let i = 0; i < 4; i += 1) press('ArrowRight', { repeat: true });
    expect(now().cursor).toBe(5);
    press(' ');
    expect(press(' ', { repeat: true })).toBe(false);
    expect(now().playing).toBe(true);
  });

  it('is not answered twice, nor while a character is composed', () => {
    const button = document.createElement('button');
    button.addEventListener('keydown', (event) => event.preventDefault());
    document.body.append(button);
    press('ArrowRight', {}, button);
    press('ArrowRight', { isComposing: true });
    expect(now().cursor).toBe(0);
  });

  it('typed into a field stays there', () => {
    const input = document.createElement('input');
    document.body.append(input);
    expect(press('t', {}, input)).toBe(true);
    expect(now().columns).toBe('both');
  });

  it('opens and closes the shortcuts, and does nothing else meanwhile', () => {
    press('?');
    press('ArrowRight');
    expect(now()).toMatchObject({ shortcutsOpen: true, cursor: 0 });
    press('Escape');
    expect(now().shortcutsOpen).toBe(false);
  });

  it('follows the preference for single keys', () => {
    preferences.getState().setSingleKeys(false);
    expect(press('t')).toBe(true);
    press('ArrowRight');
    expect(now()).toMatchObject({ columns: 'both', cursor: 1 });
  });

  it('is not answered after the end', () => {
    stop();
    expect(press('ArrowRight')).toBe(true);
    expect(now().cursor).toBe(0);
  });
});

describe('keys from before the page could answer', () => {
  it('are answered in order, once', () => {
    window.__authtraceKeys = [{ key: 'End' }, { key: 'ArrowLeft' }, { key: 's' }];
    drainBootKeys(player, preferences, window);
    drainBootKeys(player, preferences, window);
    expect(now()).toMatchObject({ cursor: 11, columns: 'session' });
    expect(window.__authtraceKeys).toBeFalsy();
  });

  it.each([undefined, null, 'ArrowRight', [null, 3, {}, { key: 4 }, { key: 'x' }]])(
    '%j does nothing',
    (queue) => {
      window.__authtraceKeys = queue;
      drainBootKeys(player, preferences, window);
      expect(now().cursor).toBe(0);
    },
  );
});
