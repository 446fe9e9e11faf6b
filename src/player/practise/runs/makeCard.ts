import type { BeliefId } from '../../../lesson/exercises/beliefs.ts';
import { findMeasured, listBeliefs } from '../../../lesson/exercises/cards.ts';
import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { readRules } from '../../../lesson/exercises/rules.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import { MEASURE_WORDS } from '../../../lesson/texts/practise/performance.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import { explainPick } from './explainPick.ts';
import { makeExercise } from './makeExercise.ts';
import { makeMeasure } from './makeMeasure.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';

/** An exercise, with what has happened up to there. */
export interface MadeCard extends RunContext {
  readonly exercise: Exercise;
  /** The question of its Scenario. */
  readonly about: string;
  /** By which rule each lane decided what is asked. */
  readonly rules: PerLane<RuleId | null>;
  /** What is said of both, and is so by this run, or not. */
  readonly beliefs: readonly BeliefId[];
  /** What a count comes to; `null` where the step itself says why it is so. */
  readonly means: string | null;
  /** Where it is seen, if that is none of the Scenarios. */
  readonly runAddress: string | null;
  /** Finds out why a wrong answer is wrong. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

async function makeCounted(card: string): Promise<MadeCard | null> {
  const id = findMeasured(card);
  if (!id) return null;
  const { exercise, runAddress, explain } = await makeMeasure(id);
  const { name, means } = MEASURE_WORDS[id];
  return {
    exercise: { ...exercise, id: card },
    about: name,
    rules: { session: null, token: null },
    beliefs: [],
    means,
    runAddress,
    explain,
    settings: [],
    actions: [],
    times: [],
  };
}

/** Makes an exercise of its address, with what has happened up to there; `null` where there is none such. */
export async function makeCard(id: string): Promise<MadeCard | null> {
  const made = await makeExercise(id);
  if (!made) return makeCounted(id);
  const { telling, trace } = await runScenarioById(made.scenarioId);
  const { scenario } = telling.run;
  const { step, answeredAt, request } = made.question;
  const { actionIndex } = telling.at(step);
  // Nothing that comes after it is told, so that it is the last one.
  const question = { ...made.question, request: { ...request, after: 0, sameAfter: 0 } };
  const exercise = { ...made, question };
  const actions = scenario.actions.slice(0, actionIndex + 1);
  return {
    exercise,
    about: scenario.question,
    rules: readRules(trace, answeredAt),
    beliefs: listBeliefs(id),
    means: null,
    runAddress: null,
    explain: (said) => explainPick(exercise, { settings: scenario.settings, actions }, said),
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
