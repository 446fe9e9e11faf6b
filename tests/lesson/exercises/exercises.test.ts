import { beforeAll, describe, expect, it } from 'vitest';
import { meansSame } from '../../../src/lesson/exercises/askForCell.ts';
import type { Exercise } from '../../../src/lesson/exercises/exercise.ts';
import { listReasons, toExercise } from '../../../src/lesson/exercises/exercise.ts';
import { parseExerciseId } from '../../../src/lesson/exercises/exerciseId.ts';
import { listExercises } from '../../../src/lesson/exercises/listExercises.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { RichText, Telling } from '../../../src/lesson/telling.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { SAME_MEANINGS } from '../../../src/lesson/texts/terms/meanings.ts';
import {
  askFor,
  isWhich,
  listNear,
  readTexts,
  toTellingLane,
} from '../../../src/lesson/told/question.ts';
import { allow, deny } from '../../../src/sim/outcome.ts';
import { SCENARIOS_BY_GROUP } from '../../../src/sim/scenarios.ts';
import type { Frame, Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';

interface Run {
  readonly trace: Trace;
  readonly telling: Telling;
  readonly siblings: readonly Telling[];
  readonly exercises: readonly Exercise[];
}

let runs: readonly Run[] = [];

beforeAll(async () => {
  const groups = SCENARIOS_BY_GROUP.map(([, scenarios]) =>
    Promise.all(
      scenarios.map(async (scenario) => {
        const trace = await runScenario(scenario);
        return { trace, telling: openTelling(trace) };
      }),
    ),
  );
  runs = (await Promise.all(groups)).flatMap((group) =>
    group.map(({ trace, telling }, i) => {
      const near = [group[i - 1], group[i + 1]].flatMap((one) => one?.telling ?? []);
      return { trace, telling, siblings: near, exercises: listExercises(telling, near) };
    }),
  );
});

/** Returns a run in which the engine has something else at a step. */
function change({ scenario, frames }: Trace, step: number, frame: Partial<Frame>): Telling {
  const changed = frames.map((one) => (one.step === step ? { ...one, ...frame } : one));
  return openTelling({ scenario, frames: changed });
}

const readAnswer = (telling: Telling, { question: { subject, step } }: Exercise) =>
  isWhich(subject)
    ? askFor(telling, subject, step)?.right
    : readTexts(telling.at(step), subject)[0];

const LANES = ['session', 'token'] as const;

/**
 * Makes what the engine could have had at a step: in one lane the other verdict, or nothing that was
 * given out; or all that it had at another step, the nearest first.
 */
function* listOthers({ trace: { frames } }: Run, step: number): Generator<Partial<Frame>> {
  const [frame, start] = [frames[step], frames[0]];
  if (!frame || !start) throw new RangeError(`no step ${step}`);
  for (const lane of LANES) {
    const outcome = frame[lane].outcome.allowed ? deny('tokenExpired') : allow();
    yield { [lane]: { ...frame[lane], outcome } };
    yield { [lane]: start[lane] };
  }
  for (const near of listNear(step, frames.length - 1)) {
    const other = frames[near];
    if (!other || near === 0) continue;
    const { kind, action, session, token } = other;
    yield { kind, action, session, token };
  }
}

const hasCode = (sentence: RichText) =>
  sentence.some((part) => typeof part !== 'string' && 'code' in part);

/** Asks each exercise of each run for what is wrong with it. */
const findFaults = (isFaulty: (exercise: Exercise, run: Run) => boolean) =>
  runs.flatMap((run) =>
    run.exercises.filter((exercise) => isFaulty(exercise, run)).map(({ id }) => id),
  );

it('asks much of every run, each thing once', () => {
  expect(runs.length).toBeGreaterThan(100);
  for (const { exercises, telling } of runs) {
    expect(exercises.length, telling.run.scenario.id).toBeGreaterThanOrEqual(2);
  }
  const all = runs.flatMap(({ exercises }) => exercises);
  const abouts = new Set(all.map(({ question }) => question.subject.about));
  expect([...abouts].sort()).toEqual(['cell', 'entry', 'left', 'variable']);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(1000);
});

describe('every exercise', () => {
  it('has an answer that is the engine’s: it changes with what the engine has', () => {
    const fixed = findFaults((exercise, run) => {
      const { step, right } = exercise.question;
      for (const other of listOthers(run, step)) {
        if (readAnswer(change(run.trace, step, other), exercise) !== right) return false;
      }
      return true;
    });
    expect(fixed).toEqual([]);
  });

  it('has two to four options of which no two mean the same, one of them right', () => {
    const unfair = findFaults(({ question }) => {
      const { options, right, subject } = question;
      const said = options.map((option) => PREDICT_TEXTS.sayOption(question, option));
      const isCell = subject.about === 'cell' || subject.about === 'variable';
      const alike = said.some((one, i) =>
        said.slice(i + 1).some((two) => (isCell ? meansSame(one, two) : one === two)),
      );
      const isOne = options.filter((option) => option === right).length === 1;
      return alike || !isOne || options.length < 2 || options.length > 4;
    });
    expect(unfair).toEqual([]);
  });

  it('offers nothing that the engine has not had in such a place, and is right nowhere else there', () => {
    const strange = findFaults(({ question }, { telling, siblings }) => {
      const { subject, options, right, step } = question;
      if (isWhich(subject)) return false;
      const around = [telling, ...siblings].flatMap(({ run, at }) =>
        Array.from({ length: run.lastStep + 1 }, (_, i) => readTexts(at(i), subject)).flat(),
      );
      const here = readTexts(telling.at(step), subject)[0];
      return options.some((option) => !around.includes(option)) || right !== here;
    });
    expect(strange).toEqual([]);
  });

  it('is explained by the step’s own sentence, which names a computed value, whatever was said', () => {
    const unexplained = findFaults(({ question, explanation }, { telling }) => {
      const { session, token } = telling.at(question.answeredAt);
      return question.options.some((said) => {
        // Where both lanes are asked about, each is named with its own reason.
        if (isWhich(question.subject))
          return (
            explanation.session !== session.sentence ||
            explanation.token !== token.sentence ||
            ![explanation.session, explanation.token].some(hasCode)
          );
        const sentence = explanation[toTellingLane(question, said)];
        return !hasCode(sentence) || ![session.sentence, token.sentence].includes(sentence);
      });
    });
    expect(unexplained).toEqual([]);
  });

  it('has a place that its run has, and an address that makes it again', () => {
    const lost = findFaults(({ id, place, question, scenarioId }, { telling, siblings }) => {
      const point = parseExerciseId(id);
      if (!point || point.scenarioId !== scenarioId || place.step > telling.run.lastStep)
        return true;
      const again = toExercise(telling, point.subject, point.step, siblings);
      return again?.id !== id || again.question.right !== question.right;
    });
    expect(lost).toEqual([]);
  });
});

it('names both lanes with their reasons wherever both are asked about', () => {
  for (const { exercises } of runs) {
    for (const exercise of exercises.filter(({ question }) => isWhich(question.subject)))
      expect(
        listReasons(exercise).map(({ lane }) => lane),
        exercise.id,
      ).toEqual(['session', 'token']);
  }
});

it('reads no address that it has not written', () => {
  const bad = ['', 'a', 'a.1', 'a.0.entry', 'a.1.toString', 'a.1.__proto__', 'a.1000.entry'];
  expect(bad.map(parseExerciseId)).toEqual(bad.map(() => null));
  expect(parseExerciseId('A.1.entry')).toBeNull();
  expect(parseExerciseId(`${'a'.repeat(61)}.1.entry`)).toBeNull();
});

it('asks what the lanes have in common at a step by what steps are called', () => {
  const [walk] = runs;
  const exercise = walk && toExercise(walk.telling, { about: 'step' }, 7, walk.siblings);
  expect(exercise?.question.right).toBe('Server verifies auth');
  expect(exercise?.question.options).toHaveLength(4);
  expect(exercise?.place).toEqual({ step: 7, table: 'session' });
});

it('knows as one meaning only what is said of some run', () => {
  const said = new Set(
    runs
      .flatMap(({ telling: { run, at } }) =>
        Array.from({ length: run.lastStep + 1 }, (_, step) => Object.values(at(step).variables)),
      )
      .flat(),
  );
  expect(SAME_MEANINGS.flat().filter((text) => !said.has(text))).toEqual([]);
});
