import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Settings } from '../../src/sim/settings.ts';
import { CSRF_CHECKS } from '../../src/sim/settings.ts';
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

const anyCheck = fc.record(
  {
    csrf: fc.constantFrom(...CSRF_CHECKS),
    thirdPartyCookies: fc.constant('blocked' as const),
    frontEnd: anyFrontEnd,
  },
  { requiredKeys: [], noNullPrototype: true },
);

test(
  'whoever posts a transfer from wherever, the servers tell the same of whose page it is',
  async () => {
    const plays = fc.record({ play: onePlay, check: anyCheck });
    const holds = fc.asyncProperty(plays, async ({ play, check }) => {
      const settings = { ...play.settings, ...(check as Partial<Settings>) };
      // A CSRF token is kept in a store.
      fc.pre(!(settings.csrf === 'token' && settings.session.dataIn === 'cookie'));
      expect(await findDifferences({ ...play, settings })).toEqual([]);
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
  TIMEOUT_MS,
);

const anyProxied = fc.record({
  secure: fc.constantFrom(true, false, 'auto' as const),
  sameSite: fc.constantFrom(null, 'lax' as const, 'none' as const),
  tlsProxy: fc.record({ tells: fc.boolean(), trusted: fc.boolean() }, { noNullPrototype: true }),
});

test(
  'behind a proxy that ends TLS, whatever it says and whoever believes it',
  async () => {
    const plays = fc.record({ play: onePlay, proxied: anyProxied });
    const holds = fc.asyncProperty(plays, async ({ play, proxied }) => {
      const { secure, sameSite, tlsProxy } = proxied;
      const origin = 'https://bank.localhost:3000';
      const session = { ...play.settings.session, secure, sameSite };
      const settings = { ...play.settings, origin, session, tlsProxy };
      expect(await findDifferences({ ...play, settings })).toEqual([]);
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
  TIMEOUT_MS,
);
