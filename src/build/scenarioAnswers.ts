import { readKeptAnswer } from '../lesson/read/run/keptAnswer.ts';
import { openTelling } from '../lesson/tell.ts';
import type { Badge, Telling } from '../lesson/telling.ts';
import { PREDICT_TEXTS } from '../lesson/texts/panels/check/predict.ts';
import { SEE_WALK, toDecision, WALK_DECISION } from '../lesson/texts/scenarios/decisions.ts';
import { KEPT_DECISIONS } from '../lesson/texts/scenarios/keptQuestions.ts';
import { SCENARIO_NOTES } from '../lesson/texts/scenarios/scenarioNotes.ts';
import { entitle, nameGroup } from '../lesson/texts/scenarios/scenarioTitles.ts';
import { stateSettings } from '../lesson/texts/settings/changedSettings.ts';
import { listAsked } from '../lesson/told/askedSteps.ts';
import { DECIDING_STEPS } from '../lesson/told/decidingSteps.ts';
import { KEPT_QUESTIONS } from '../lesson/told/keptQuestions.ts';
import { findQuestion } from '../lesson/told/question.ts';
import { sayKeptAnswer } from '../lesson/words/lane/keptAnswer.ts';
import type { ScenarioId } from '../sim/scenarios.ts';
import { SCENARIOS_BY_GROUP } from '../sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../sim/settings.ts';
import type { Strategy } from '../sim/strategy.ts';
import { runScenario } from '../sim/trace.ts';

/** A Scenario's question, the step that answers it, and what each lane answers there. */
export interface AnsweredQuestion {
  readonly id: ScenarioId;
  readonly title: string;
  readonly question: string;
  /** The outcome in both lanes, in a sentence. */
  readonly sentence: string;
  readonly step: number;
  /** Whose request the answer is about. */
  readonly decision: string;
  readonly session: Badge;
  readonly token: Badge;
  /** The settings that are not the walk's, each named with its value; and who looks the user up, where that decides. */
  readonly settings: readonly string[];
  /** What is asked before it is answered; `null` of the walk, which asks more than once. */
  readonly guess: Guess | null;
}

/** What may be guessed before a step, each as it is kept and as it is said. */
export interface Guess {
  readonly step: number;
  readonly right: string;
  readonly options: readonly (readonly [kept: string, said: string])[];
}

/** The questions of all Scenarios by group, answered. */
export type AnsweredGroups = readonly (readonly [string, readonly AnsweredQuestion[]])[];

const WALK_ANSWER: Badge = { tone: 'rest', word: SEE_WALK };

/** Reads what a Scenario asks before it answers. */
function readGuess(telling: Telling): Guess | null {
  const [step] = listAsked(telling);
  const question = step === undefined ? null : findQuestion(telling, step);
  if (!question) return null;
  const options = question.options.map(
    (option) => [option, PREDICT_TEXTS.sayOption(question, option)] as const,
  );
  return { step: question.step, right: question.right, options };
}

/** Runs a Scenario and reads the answers off the step that tells. @throws RangeError for a step that the run has not. */
async function answerScenario(
  scenario: (typeof SCENARIOS_BY_GROUP)[number][1][number],
): Promise<AnsweredQuestion> {
  const { id, title, question } = entitle(scenario);
  const trace = await runScenario(scenario);
  const telling = openTelling(trace);
  const { run, at } = telling;
  const step = DECIDING_STEPS[id];
  const told = at(step);
  const asked = {
    ...{ id, title, question, sentence: SCENARIO_NOTES[id].short },
    settings: stateSettings(scenario, DEFAULT_SETTINGS),
    guess: run.isWalk ? null : readGuess(telling),
  };
  // The walk is a question about the way, so no verdict answers it.
  if (run.isWalk) {
    return { ...asked, step: 0, decision: WALK_DECISION, session: WALK_ANSWER, token: WALK_ANSWER };
  }
  const kept = KEPT_QUESTIONS[id];
  const read = (strategy: Strategy) =>
    kept ? sayKeptAnswer(readKeptAnswer(trace, step, strategy, kept)) : told[strategy].answer;
  return {
    ...asked,
    step,
    decision: kept ? KEPT_DECISIONS[kept] : toDecision(told.kind),
    session: read('session'),
    token: read('token'),
  };
}

/** Runs every Scenario and reads the answers off the steps that tell. @throws RangeError for a step that a run has not. */
export const answerScenarios = (): Promise<AnsweredGroups> =>
  Promise.all(
    SCENARIOS_BY_GROUP.map(
      async ([group, scenarios]) =>
        [nameGroup(group), await Promise.all(scenarios.map(answerScenario))] as const,
    ),
  );
