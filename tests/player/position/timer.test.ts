// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { startTimer } from '../../../src/player/position/timer.ts';
import { fakeRun } from '../fakeRun.ts';

let player: PlayerStore;
let stop: () => void;
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  player = createPlayer(fakeRun());
  stop = startTimer(player, document);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'hidden');
});

const now = () => player.getState();

function setHidden(value: boolean) {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
}

it('stands still until played, and steps every 3 s', () => {
  vi.advanceTimersByTime(10_000);
  expect(now().cursor).toBe(0);
  now().play();
  vi.advanceTimersByTime(2999);
  expect(now().cursor).toBe(0);
  vi.advanceTimersByTime(1);
  expect(now().cursor).toBe(1);
  vi.advanceTimersByTime(6000);
  expect(now().cursor).toBe(3);
});

it.each([
  [0.5, 6000],
  [2, 1500],
  [4, 750],
] as const)('at %dx steps every %d ms', (speed, ms) => {
  now().setSpeed(speed);
  now().play();
  vi.advanceTimersByTime(ms * 2);
  expect(now().cursor).toBe(2);
});

it('plays to the last step, pauses there and leaves no timer', () => {
  now().play();
  vi.advanceTimersByTime(60_000);
  expect(now()).toMatchObject({ cursor: 12, playing: false });
  expect(vi.getTimerCount()).toBe(0);
});

it('gives a step its full time after a pause and after a new speed, not after new columns', () => {
  now().play();
  vi.advanceTimersByTime(2000);
  now().pause();
  now().play();
  vi.advanceTimersByTime(2000);
  now().setSpeed(2);
  vi.advanceTimersByTime(1400);
  expect(now().cursor).toBe(0);
  now().setColumns('token');
  vi.advanceTimersByTime(100);
  expect(now().cursor).toBe(1);
});

it('stands still while nobody can see the page', () => {
  now().play();
  setHidden(true);
  vi.advanceTimersByTime(60_000);
  expect(now()).toMatchObject({ cursor: 0, playing: true });
  setHidden(false);
  vi.advanceTimersByTime(3000);
  expect(now().cursor).toBe(1);
});

it('ends when told to', () => {
  now().play();
  stop();
  expect(vi.getTimerCount()).toBe(0);
  now().pause();
  now().play();
  setHidden(false);
  expect(vi.getTimerCount()).toBe(0);
});
