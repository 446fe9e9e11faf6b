import { expect, it } from 'vitest';
import { toAnswer, toDecision } from '../../../src/lesson/answer.ts';
import { TELLING_STEPS } from '../../../src/lesson/tellingSteps.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

it.each(SCENARIOS)('$id is answered at a step in which a server decides', async (scenario) => {
  const { frames } = await runScenario(scenario);
  const frame = frames[TELLING_STEPS[scenario.id]];
  const decided = [frame?.session, frame?.token].filter((lane) => lane?.outcome.allowed !== null);
  expect(decided.length).toBeGreaterThan(0);
  expect(toDecision(frame?.kind ?? 'start')).toMatch(/^Decided: /);
});

it('answers as the outcome says', async () => {
  const walk = SCENARIOS[0];
  if (!walk) throw new Error('no walk');
  const [, , , , , , , , answered, , , denied] = (await runScenario(walk)).frames;
  if (!answered || !denied) throw new Error('no steps');
  expect(toAnswer(answered, 'session')).toEqual({ tone: 'allowed', text: 'Allowed 200' });
  expect(toAnswer(denied, 'session')).toEqual({ tone: 'denied', text: 'Denied 401: no cookie' });
  const outcome = { ...denied.token.outcome, failure: 'tokenExpired' } as const;
  expect(toAnswer({ ...denied, token: { ...denied.token, outcome } }, 'token').text).toBe(
    'Denied 401: token expired',
  );
});

it('has no answer where nothing is decided', () => {
  expect(() => toDecision('wait.pass')).toThrow(TypeError);
});
