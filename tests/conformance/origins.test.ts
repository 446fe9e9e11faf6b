import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFrontEnd } from '../sim/frontEnds.ts';
import { findDifferences } from './harness/player.ts';
import { onePlay } from './whatIfArbitraries.ts';

const RUNS = Number(process.env.WHAT_IF_RUNS ?? 40);
const TIMEOUT_MS = 120_000;

test(
  'whatever is done from a page of any origin, the servers and browsers of the tests do the same',
  async () => {
    const plays = fc.record({ play: onePlay, frontEnd: anyFrontEnd });
    const holds = fc.asyncProperty(plays, async ({ play, frontEnd }) => {
      const settings = { ...play.settings, frontEnd };
      expect(await findDifferences({ ...play, settings })).toEqual([]);
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
  TIMEOUT_MS,
);
