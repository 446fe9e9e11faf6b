import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { StepTelling, Telling } from '../../../src/lesson/telling.ts';
import { listAsked } from '../../../src/lesson/told/askedSteps.ts';
import { DECIDING_STEPS } from '../../../src/lesson/told/decidingSteps.ts';
import { askFor, findQuestion } from '../../../src/lesson/told/question.ts';
import { isVerdict } from '../../../src/lesson/told/tone.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import { extendTrace, runScenario } from '../../../src/sim/trace.ts';

const BANNED = SCENARIOS.find(({ id }) => id === 'user-banned');
const findDecides = async (scenario: typeof LOGIN_TO_LOGOUT) =>
  openTelling(await runScenario(scenario)).run.decides;

const ASKING = SCENARIOS.filter(({ id }) => id !== LOGIN_TO_LOGOUT.id);

test.each(ASKING)(
  '$id is decided where a server first finds who gets in, or something is held',
  async (scenario) => {
    const { run, at } = openTelling(await runScenario(scenario));
    const { decides, answers } = run;
    if (decides === null || answers === null) throw new RangeError('nothing decides');
    expect(answers).toBe(DECIDING_STEPS[scenario.id]);
    expect(at(decides).actionIndex).toBe(at(answers).actionIndex);
    const own = Array.from({ length: answers + 1 }, (_, step) => at(step)).filter(
      ({ actionIndex }) => actionIndex === at(answers).actionIndex,
    );
    const isDecided = ({ kind, session, token }: StepTelling) =>
      kind.endsWith('.verify') || [session, token].some(({ badge }) => isVerdict(badge.tone));
    // What is kept is no verdict: there the step that answers decides.
    expect(decides).toBe(own.find(isDecided)?.step ?? answers);
  },
);

test('the walk has no step that decides', async () => {
  expect(await findDecides(LOGIN_TO_LOGOUT)).toBeNull();
});

test('a run of one’s own has none, under other settings or with other Actions', async () => {
  if (!BANNED) throw new RangeError('no such scenario');
  const { settings, actions } = BANNED;
  const rolling = { ...settings, session: { ...settings.session, rolling: true } };
  expect(await findDecides({ ...BANNED, settings: rolling })).toBeNull();
  expect(await findDecides({ ...BANNED, actions: actions.slice(0, -1) })).toBeNull();
  const further = await extendTrace(await runScenario(BANNED), { type: 'restart' });
  expect(openTelling(further).run.decides).toBeNull();
});

test('other secrets change no answer', async () => {
  if (!BANNED) throw new RangeError('no such scenario');
  const { settings } = BANNED;
  const token = { ...settings.token, secret: 'another secret of more than 32 bytes' };
  expect(await findDecides({ ...BANNED, settings: { ...settings, token } })).toBe(
    await findDecides(BANNED),
  );
});

/** Whose credentials that are out would be let in after a step. */
const readLeft = (telling: Telling, step: number) =>
  askFor(telling, { about: 'left' }, step)?.right;

test.each(ASKING)(
  '$id is asked about before any step whose words tell the answer',
  async (scenario) => {
    const telling = openTelling(await runScenario(scenario));
    const { run, at } = telling;
    const { asks, decides, answers } = run;
    if (asks === null || decides === null || answers === null)
      throw new RangeError('nothing decides');
    expect(listAsked(telling)).toEqual([asks]);
    expect(asks).toBeGreaterThan(1);
    expect(asks).toBeLessThanOrEqual(decides);
    // Nothing of the Action that decides is told before, not even what goes along.
    const isFirst = at(asks - 1).actionIndex < at(answers).actionIndex;
    expect(isFirst || asks === 2).toBe(true);
    const question = findQuestion(telling, asks);
    if (question?.subject.about !== 'entry') return;
    // What was given out may open as it did from the start; what it has come to since is not told.
    const left = Array.from({ length: asks }, (_, step) => readLeft(telling, step));
    const given = left.find((which) => which !== 'nobody') ?? 'nobody';
    if (left.at(-1) === question.right) expect(question.right).toBe(given);
  },
);
