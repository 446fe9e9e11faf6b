import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { toScenario } from '../runs.ts';
import { anyActions, anySettings, anyUse } from './arbitraries.ts';
import { makeSessionModel, makeTokenModel } from './oracle.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = 300;
const MAKE = { session: makeSessionModel, token: makeTokenModel };

/** What the engine said of each request and of each copy, and what the model says. */
async function compare(settings: Settings, actions: readonly Action[], strategy: Strategy) {
  const { frames } = await runScenario({ ...toScenario(), settings, actions });
  const model = MAKE[strategy](settings);
  return actions.map((action, i) => {
    const last = frames.findLast(({ actionIndex }) => actionIndex === i);
    if (!last) throw new RangeError(`no frame of action ${i}`);
    const { outcome } = last[strategy];
    const verdict = model.act(action);
    const [copy, asked] = [model.tryCopy(), action.type !== 'login'];
    const said = outcome.copy && { accepted: outcome.copy.accepted, failure: outcome.copy.failure };
    return {
      action,
      engine: [verdict === undefined ? undefined : outcome.failure, asked ? said : null],
      model: [verdict, asked ? copy : null],
      outcome,
    };
  });
}

test.each(STRATEGIES)(
  'a request is allowed exactly when the credential is valid: %s',
  async (strategy) => {
    const seen = new Map<string, number>();
    const holds = fc.asyncProperty(
      anySettings,
      fc.oneof(anyActions(14), anyUse),
      async (settings, actions) => {
        for (const { engine, model, outcome, action } of await compare(
          settings,
          actions,
          strategy,
        )) {
          expect(engine).toEqual(model);
          if (action.type !== 'request') continue;
          expect(outcome.allowed).toBe(outcome.failure === null);
          expect(outcome.status).toBe(outcome.allowed ? 200 : 401);
          expect(outcome.proof?.userId).toBe(outcome.allowed ? settings.user.id : undefined);
          const verdict = outcome.failure ?? 'allowed';
          seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        }
      },
    );
    await fc.assert(holds, { numRuns: RUNS });
    // The runs come to both verdicts often, or they mean nothing.
    const refused = [...seen].reduce((sum, [key, n]) => (key === 'allowed' ? sum : sum + n), 0);
    expect(seen.get('allowed') ?? 0).toBeGreaterThan(RUNS / 5);
    expect(refused).toBeGreaterThan(RUNS / 5);
    expect(seen.size).toBeGreaterThanOrEqual(3);
  },
);

const login: Action = { type: 'login' };
const visit: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

// The model itself, on runs whose end is plain.
test.each<[string, readonly Action[], string | null, string | null]>([
  ['nobody', [visit], 'cookieMissing', 'tokenMissing'],
  ['logged in', [login, visit], null, null],
  ['the last second', [login, wait(899), visit], null, null],
  ['the end', [login, wait(900), visit], 'cookieMissing', 'tokenExpired'],
  [
    'no sliding for the cookie',
    [login, wait(600), visit, wait(300), visit],
    'cookieMissing',
    'tokenExpired',
  ],
  ['logged out', [login, logout, visit], 'cookieMissing', 'tokenMissing'],
  ['wrong password', [{ type: 'login', password: 'x' }, visit], 'cookieMissing', 'tokenMissing'],
])('the model knows: %s', (_name, actions, session, token) => {
  const models = [makeSessionModel(DEFAULT_SETTINGS), makeTokenModel(DEFAULT_SETTINGS)];
  const verdicts = models.map((model) => actions.map((action) => model.act(action)).at(-1));
  expect(verdicts).toEqual([session, token]);
});
