// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { toReadingMs } from '../../../src/player/position/readingTime.ts';
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
  player.getState().stepForward();
  stop = startTimer(player, document);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'hidden');
});

const now = () => player.getState();

/** How long the fake run's step stays: its words at 3.5 a second. */
const STEP_MS = toReadingMs(fakeRun().telling.at(1), 'both');

function setHidden(value: boolean) {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
}

it('stands still until played, and gives each step the time to read it', () => {
  vi.advanceTimersByTime(STEP_MS * 4);
  expect(now().cursor).toBe(1);
  now().play();
  vi.advanceTimersByTime(STEP_MS - 1);
  expect(now().cursor).toBe(1);
  vi.advanceTimersByTime(1);
  expect(now().cursor).toBe(2);
  vi.advanceTimersByTime(STEP_MS * 2);
  expect(now().cursor).toBe(4);
});

it.each([0.5, 2, 4] as const)('at %dx takes that part of it', (speed) => {
  now().setSpeed(speed);
  now().play();
  vi.advanceTimersByTime((STEP_MS / speed) * 2 + 1);
  expect(now().cursor).toBe(3);
});

it('says how long the step stays, anew at each, and nothing while it does not play', () => {
  expect(now().countdown).toBeNull();
  now().play();
  expect(now().countdown).toEqual({ ms: STEP_MS, turn: 1 });
  vi.advanceTimersByTime(STEP_MS);
  expect(now().countdown).toEqual({ ms: STEP_MS, turn: 2 });
  now().setSpeed(2);
  expect(now().countdown).toEqual({ ms: STEP_MS / 2, turn: 3 });
  setHidden(true);
  expect(now().countdown).toBeNull();
  setHidden(false);
  expect(now().countdown?.ms).toBe(STEP_MS / 2);
  now().stepForward();
  expect(now().countdown).toBeNull();
});

it('plays to the last step, pauses there and leaves no timer', () => {
  now().play();
  vi.advanceTimersByTime(STEP_MS * 13);
  expect(now()).toMatchObject({ cursor: 12, playing: false });
  expect(vi.getTimerCount()).toBe(0);
});

it('gives a step its full time after a pause and after a new speed, not after new columns', () => {
  now().play();
  vi.advanceTimersByTime(STEP_MS - 1);
  now().pause();
  now().play();
  vi.advanceTimersByTime(STEP_MS - 1);
  now().setSpeed(2);
  vi.advanceTimersByTime(STEP_MS / 2 - 100);
  expect(now().cursor).toBe(1);
  now().setColumns('token');
  vi.advanceTimersByTime(101);
  expect(now().cursor).toBe(2);
});

it('stands still while nobody can see the page', () => {
  now().play();
  setHidden(true);
  vi.advanceTimersByTime(60_000);
  expect(now()).toMatchObject({ cursor: 1, playing: true });
  setHidden(false);
  vi.advanceTimersByTime(STEP_MS);
  expect(now().cursor).toBe(2);
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
