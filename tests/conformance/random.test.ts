import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { findDifferences } from './harness/player.ts';

const RUNS = 30;
const TIMEOUT_MS = 60_000;

const client = fc.constantFrom('client', 'client', 'phone');

const action = fc.oneof(
  { weight: 2, arbitrary: client.map((id): Action => ({ type: 'login', client: id })) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'login', password: 'wrong horse' }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(client, fc.boolean())
      .map(([id, fold]): Action => ({ type: 'request', client: id, fold })),
  },
  { weight: 2, arbitrary: client.map((id): Action => ({ type: 'logout', client: id })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 1, 60, 450, 899, 900, 901)
      .map((seconds): Action => ({ type: 'wait', seconds })),
  },
);

const session = fc.record({
  secrets: fc.constant(DEFAULT_SETTINGS.session.secrets),
  lifetime: fc.constantFrom(null, 60, 900),
  httpOnly: fc.boolean(),
  secure: fc.constantFrom(false, false, false, true),
  sameSite: fc.constantFrom(null, 'lax' as const, 'strict' as const),
  rolling: fc.boolean(),
  saveUninitialized: fc.boolean(),
  regenerate: fc.boolean(),
  destroyAtLogout: fc.boolean(),
  clearCookieAtLogout: fc.boolean(),
});

const token = fc.record({
  secret: fc.constant(DEFAULT_SETTINGS.token.secret),
  lifetime: fc.constantFrom(60, 900),
  keptIn: fc.constantFrom('memory' as const, 'localStorage' as const),
});

const seed = fc.string({ maxLength: 8 });

test(
  'any Actions under any settings send what the real servers send',
  async () => {
    const scenario = fc.record({
      settings: fc.record({ session, token, seed }).map((s) => ({ ...DEFAULT_SETTINGS, ...s })),
      actions: fc.array(action, { minLength: 1, maxLength: 9 }),
    });
    const holds = fc.asyncProperty(scenario, async (played) => {
      expect(await findDifferences(played)).toEqual([]);
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
  TIMEOUT_MS,
);
