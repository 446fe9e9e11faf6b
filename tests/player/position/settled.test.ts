import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import {
  createSettled,
  followPlayer,
  type SettledStore,
} from '../../../src/player/position/settled.ts';
import { fakeRun } from '../fakeRun.ts';

let player: PlayerStore;
let settled: SettledStore;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  player = createPlayer(fakeRun());
  settled = createSettled(player);
  stop = followPlayer(settled, player);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('follows the step once it is painted, and of many the last', () => {
  let changes = 0;
  settled.subscribe(() => {
    changes += 1;
  });
  for (let i = 0; i < 5; i += 1) player.getState().stepForward();
  expect(settled.getState().cursor).toBe(0);
  vi.runAllTimers();
  expect([settled.getState().cursor, changes]).toEqual([5, 1]);
});

it('has run and step together', () => {
  const run = fakeRun(20, 'other');
  player.getState().showRun({ run, original: null, parting: null, runAddress: null }, 15);
  vi.runAllTimers();
  expect(settled.getState()).toEqual({ run, cursor: 15 });
});

it('stays where it is when something else changes, and after the end', () => {
  player.getState().setColumns('token');
  expect(vi.getTimerCount()).toBe(0);
  player.getState().stepForward();
  stop();
  vi.runAllTimers();
  player.getState().stepForward();
  vi.runAllTimers();
  expect(settled.getState().cursor).toBe(0);
});
