import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { ROTATIONS } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';

const FORGE: Action = { type: 'forge', how: 'leakedSecret', fold: true };
const LOGIN: Action = { type: 'login', fold: true };

const operation: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...ROTATIONS).map((how): Action => ({ type: 'rotateSecret', how })),
  fc.constant<Action>({ type: 'restart' }),
  fc.constant<Action>(LOGIN),
);
const settings = fc
  .record({
    seed: fc.constantFrom('a', 'b'),
    kid: fc.boolean(),
    denyList: fc.boolean(),
    secretAtBoot: fc.constantFrom('fixed' as const, 'random' as const),
    isAdmin: fc.boolean(),
  })
  .map(({ seed, secretAtBoot, isAdmin, ...token }) =>
    changeSettings({ seed, secretAtBoot, token, ...(isAdmin && { user: { role: 'admin' } }) }),
  );

test('a token signed with the leaked secret opens pages as long as that secret verifies, and a made-up session ID never', async () => {
  const seen = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(settings, fc.array(operation, { maxLength: 5 }), async (given, operations) => {
      const { frames } = await runScenario({
        ...{ id: 'test', title: 'test', question: 'test', settings: given },
        actions: [...operations, FORGE],
      });
      const [start, last] = [frames[0], frames.at(-1)];
      if (!start || !last) throw new Error('no frames');
      const { session, token } = last;
      const verifies = (lane: 'session' | 'token') => {
        const [leaked = ''] = start[lane].state.servers.server?.secrets ?? [];
        return last[lane].state.servers.server?.secrets.includes(leaked) === true;
      };
      seen.add(verifies('token'));
      expect(token.outcome.allowed).toBe(verifies('token'));
      expect(token.outcome.status).toBe(verifies('token') ? 200 : 401);
      expect(session.outcome.allowed).toBe(false);
      expect(session.outcome.failure).toBe(
        verifies('session') ? 'sessionUnknown' : 'cookieSignatureInvalid',
      );
    }),
    { numRuns: 150 },
  );
  expect(seen).toEqual(new Set([true, false]));
});
