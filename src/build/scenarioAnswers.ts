import type { Answer } from '../lesson/answer.ts';
import { toAnswer, toDecision } from '../lesson/answer.ts';
import { TELLING_STEPS } from '../lesson/tellingSteps.ts';
import { SCENARIOS_BY_GROUP } from '../sim/scenarios.ts';
import type { Strategy } from '../sim/strategy.ts';
import { runScenario } from '../sim/trace.ts';

/** A Scenario's question, the step that answers it, and what each lane answers there. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly step: number;
  /** Whose request the answer is about. */
  readonly decision: string;
  readonly session: Answer;
  readonly token: Answer;
}

/** The questions of all Scenarios by group, answered. */
export type AnsweredGroups = readonly (readonly [string, readonly AnsweredQuestion[]])[];

const SEE_WALK: Answer = { tone: 'rest', text: 'See the walk' };

/** Runs every Scenario and reads the answers off the steps that tell. @throws RangeError for a step that a run has not. */
export async function answerScenarios(): Promise<AnsweredGroups> {
  const groups: [string, AnsweredQuestion[]][] = [];
  for (const [group, scenarios] of SCENARIOS_BY_GROUP) {
    const answered: AnsweredQuestion[] = [];
    for (const scenario of scenarios) {
      const { id, title, question } = scenario;
      const step = TELLING_STEPS[id];
      const frame = (await runScenario(scenario)).frames[step];
      if (!frame) throw new RangeError(`${id} has no step ${step}`);
      // The walk is a question about the way, so no verdict answers it.
      const isWalk = id === 'login-to-logout';
      const read = (strategy: Strategy) => (isWalk ? SEE_WALK : toAnswer(frame, strategy));
      const [session, token] = [read('session'), read('token')];
      const decision = isWalk ? 'Told: every step from login to logout' : toDecision(frame.kind);
      answered.push({ id, title, question, step: isWalk ? 0 : step, decision, session, token });
    }
    groups.push([group, answered]);
  }
  return groups;
}
