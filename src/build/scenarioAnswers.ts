import { openTelling } from '../lesson/tell.ts';
import type { Badge } from '../lesson/telling.ts';
import { DECIDING_STEPS } from '../lesson/texts/decidingSteps.ts';
import { SEE_WALK, toDecision, WALK_DECISION } from '../lesson/texts/decisions.ts';
import { entitle, nameGroup } from '../lesson/texts/scenarioTitles.ts';
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
  readonly session: Badge;
  readonly token: Badge;
}

/** The questions of all Scenarios by group, answered. */
export type AnsweredGroups = readonly (readonly [string, readonly AnsweredQuestion[]])[];

const WALK_ANSWER: Badge = { tone: 'rest', word: SEE_WALK };

/** Runs every Scenario and reads the answers off the steps that tell. @throws RangeError for a step that a run has not. */
export async function answerScenarios(): Promise<AnsweredGroups> {
  const groups: [string, AnsweredQuestion[]][] = [];
  for (const [group, scenarios] of SCENARIOS_BY_GROUP) {
    const answered: AnsweredQuestion[] = [];
    for (const scenario of scenarios) {
      const { id, title, question } = entitle(scenario);
      const step = DECIDING_STEPS[id];
      const { run, at } = openTelling(await runScenario(scenario));
      const told = at(step);
      const { isWalk } = run;
      const read = (strategy: Strategy) => (isWalk ? WALK_ANSWER : told[strategy].answer);
      const [session, token] = [read('session'), read('token')];
      const decision = isWalk ? WALK_DECISION : toDecision(told.kind);
      answered.push({ id, title, question, step: isWalk ? 0 : step, decision, session, token });
    }
    groups.push([nameGroup(group), answered]);
  }
  return groups;
}
