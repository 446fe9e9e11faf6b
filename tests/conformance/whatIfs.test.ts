import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoreKind } from './harness/outsideStore.ts';
import { findDifferences } from './harness/player.ts';
import { STORES } from './harness/world.ts';
import type { Play } from './whatIfArbitraries.ts';
import { onePlay, serversPlay } from './whatIfArbitraries.ts';

const RUNS = Number(process.env.WHAT_IF_RUNS ?? 40);
/** Each server of these is a process, whose start takes longer than all that it is asked. */
const SERVERS_RUNS = Number(process.env.WHAT_IF_SERVER_RUNS ?? 3);
const TIMEOUT_MS = 120_000;

async function agree(plays: fc.Arbitrary<Play>, numRuns: number, store?: StoreKind) {
  const holds = fc.asyncProperty(plays, async (play) => {
    expect(await findDifferences(play, store)).toEqual([]);
  });
  await fc.assert(holds, { numRuns });
}

test(
  'whatever is done to one server, in any design, it sends what the real ones send',
  () => agree(onePlay, RUNS),
  TIMEOUT_MS,
);

test.each(STORES)(
  'so do servers that restart, and two of them, with the sessions in %s',
  (store) => agree(serversPlay(store === 'Redis'), SERVERS_RUNS, store),
  TIMEOUT_MS,
);
