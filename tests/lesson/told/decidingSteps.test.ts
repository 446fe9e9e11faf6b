import { expect, it } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { toDecision } from '../../../src/lesson/texts/scenarios/decisions.ts';
import { DECIDING_STEPS } from '../../../src/lesson/told/decidingSteps.ts';
import { KEPT_QUESTIONS } from '../../../src/lesson/told/keptQuestions.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const DECIDED = SCENARIOS.filter(({ id }) => KEPT_QUESTIONS[id] === undefined);

it.each(DECIDED)('$id is answered at a step in which something is decided', async (scenario) => {
  const { frames } = await runScenario(scenario);
  const frame = frames[DECIDING_STEPS[scenario.id]];
  // By a server; or by the browser, which shows what it kept.
  const decided = [frame?.session, frame?.token].filter(
    (lane) => lane && (lane.outcome.allowed !== null || lane.outcome.fromCache),
  );
  expect(decided.length).toBeGreaterThan(0);
  expect(toDecision(frame?.kind ?? 'start')).toMatch(/^Decided: /);
});

it('answers as the outcome says', async () => {
  const walk = SCENARIOS[0];
  if (!walk) throw new Error('no walk');
  const trace = await runScenario(walk);
  const { at } = openTelling(trace);
  expect(at(8).session.answer).toEqual({ tone: 'allowed', word: 'Allowed 200' });
  expect(at(11).session.answer).toEqual({ tone: 'denied', word: 'Denied 401: no cookie' });
  const frames = trace.frames.map((frame) => {
    const outcome = { ...frame.token.outcome, failure: 'tokenExpired' } as const;
    return frame.step === 11 ? { ...frame, token: { ...frame.token, outcome } } : frame;
  });
  const { answer } = openTelling({ ...trace, frames }).at(11).token;
  expect(answer.word).toBe('Denied 401: token expired');
});

it('has no answer where nothing is decided', () => {
  expect(() => toDecision('wait.pass')).toThrow(TypeError);
});
