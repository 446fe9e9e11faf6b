import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer, type PlayerStore } from '../../../src/player/player.ts';
import { createFollower, type Shown } from '../../../src/player/position/follower.ts';
import { createSight, type OwnSight } from '../../../src/player/position/sight.ts';
import { fakeRun } from '../fakeRun.ts';

function createSeenSight(): OwnSight {
  const sight = createSight();
  sight.setSeen(true);
  return sight;
}

let player: PlayerStore;
let sight: OwnSight;
let shown: Shown;
let heard: number[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  player = createPlayer(fakeRun());
  sight = createSeenSight();
  shown = createFollower(player).at(sight);
  heard = [];
  stop = shown.subscribe(() => heard.push(shown.get().cursor));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('follows the step once it is painted, and of many the last', () => {
  for (let i = 0; i < 5; i += 1) player.getState().stepForward();
  expect(shown.get().cursor).toBe(0);
  vi.runAllTimers();
  expect([shown.get().cursor, heard]).toEqual([5, [5]]);
});

it('has run and step together', () => {
  const run = fakeRun(20, 'other');
  player.getState().showRun({ run, original: null, parting: null, runAddress: null }, 15);
  vi.runAllTimers();
  expect(shown.get()).toMatchObject({ run, cursor: 15 });
});

it('lets what is out of view stand, and catches up when it comes into view', () => {
  sight.setSeen(false);
  player.getState().jumpTo(3);
  vi.advanceTimersByTime(500);
  expect(heard).toEqual([]);
  sight.setSeen(true);
  expect(heard).toEqual([3]);
});

it('catches up out of view, too, when the page has come to rest', () => {
  sight.setSeen(false);
  for (const step of [3, 4]) {
    player.getState().jumpTo(step);
    vi.advanceTimersByTime(900);
  }
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(heard).toEqual([4]);
});

it('misses nothing between its rendering and its listening', () => {
  const follower = createFollower(player);
  const late = follower.at(createSeenSight());
  expect(late.get().cursor).toBe(0);
  player.getState().jumpTo(6);
  const ends = [late.subscribe(() => {})];
  // Whoever begins to listen asks once more, so this is in its first picture.
  expect(late.get().cursor).toBe(6);
  const unseen = follower.at(createSight());
  expect(unseen.get().cursor).toBe(6);
  player.getState().jumpTo(8);
  ends.push(unseen.subscribe(() => {}));
  expect(unseen.get().cursor).toBe(6);
  vi.advanceTimersByTime(3000);
  expect([late.get().cursor, unseen.get().cursor]).toEqual([8, 8]);
  for (const end of ends) end();
});

it('begins with the step on show', () => {
  stop();
  player.getState().jumpTo(4);
  expect(shown.get().cursor).toBe(4);
});

it('leaves nothing to be done when the last one goes, as a page does that is closed', () => {
  sight.setSeen(false);
  player.getState().stepForward();
  stop();
  vi.advanceTimersByTime(500);
  expect(vi.getTimerCount()).toBe(0);
});

it('is still when something else changes, and when nobody listens', () => {
  player.getState().setColumns('token');
  expect(vi.getTimerCount()).toBe(0);
  stop();
  player.getState().stepForward();
  expect(vi.getTimerCount()).toBe(0);
});
