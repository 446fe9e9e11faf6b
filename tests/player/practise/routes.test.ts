import { describe, expect, it } from 'vitest';
import { formatRoutes, GAPS, parseRoutes, TRIALS } from '../../../src/lesson/exercises/routes.ts';
import { runRoutes } from '../../../src/player/practise/runs/runRoutes.ts';

const RIGHT = GAPS.map(() => 0);

it('the lines of the reference servers hold every attack', async () => {
  const tried = await runRoutes(RIGHT);
  expect(tried.map(({ isHeld }) => isHeld)).toEqual(TRIALS.map(() => true));
});

describe.each(GAPS.map((gap, i) => [gap.id, gap, i] as const))('%s', (id, { choices }, i) => {
  it('every other line in the gap lets something through, and only what the gap decides', async () => {
    for (let choice = 1; choice < choices.length; choice += 1) {
      const tried = await runRoutes(RIGHT.with(i, choice));
      const failed = tried.filter(({ isHeld }) => !isHeld);
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.map(({ trial }) => trial.gap)).toEqual(failed.map(() => id));
      for (const { sentence, runAddress } of failed) {
        expect(sentence.some((part) => typeof part !== 'string' && 'code' in part)).toBe(true);
        expect(runAddress).toMatch(/^[\w-]+$/);
      }
    }
  });
});

it('an address names a line for each gap, or none', () => {
  expect(parseRoutes(formatRoutes(RIGHT))).toEqual(RIGHT);
  const bad = ['', '0000', '000000', '00900', '0000a', '٠٠٠٠٠', '0.000'];
  expect(bad.map(parseRoutes)).toEqual(bad.map(() => null));
});
