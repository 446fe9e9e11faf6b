import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { readRules } from '../../../lesson/exercises/rules.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import { makeExercise } from './makeExercise.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';

/** An exercise, with what has happened up to there. */
export interface MadeCard extends RunContext {
  readonly exercise: Exercise;
  /** The question of its Scenario. */
  readonly about: string;
  /** By which rule each lane decided what is asked. */
  readonly rules: PerLane<RuleId | null>;
  /** What it is asked of: the run up to there. */
  readonly run: Run;
}

/** Makes an exercise of its address, with what has happened up to there; `null` where there is none such. */
export async function makeCard(id: string): Promise<MadeCard | null> {
  const exercise = await makeExercise(id);
  if (!exercise) return null;
  const { telling, trace } = await runScenarioById(exercise.scenarioId);
  const { scenario } = telling.run;
  const { question } = exercise;
  const { step, answeredAt } = question;
  const { actionIndex } = telling.at(step);
  return {
    // Nothing that comes after it is told, so that it is the last one.
    exercise: {
      ...exercise,
      question: { ...question, request: { ...question.request, after: 0, sameAfter: 0 } },
    },
    about: scenario.question,
    rules: readRules(trace, answeredAt),
    run: { settings: scenario.settings, actions: scenario.actions.slice(0, actionIndex + 1) },
    ...readContext(trace, actionIndex),
  };
}

/** Makes all of some cards, as many as there are. */
export async function makeCards(ids: readonly string[]): Promise<readonly MadeCard[]> {
  const made: MadeCard[] = [];
  for (const id of ids) {
    const card = await makeCard(id);
    if (card) made.push(card);
  }
  return made;
}
