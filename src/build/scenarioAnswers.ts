import { openTelling } from '../lesson/tell.ts';
import type { Badge } from '../lesson/telling.ts';
import { DECIDING_STEPS } from '../lesson/texts/decidingSteps.ts';
import { SEE_WALK, toDecision, WALK_DECISION } from '../lesson/texts/decisions.ts';
import { entitle, nameGroup } from '../lesson/texts/scenarioTitles.ts';
import { toDifference } from '../sim/difference.ts';
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
  readonly step: number;
  /** Whose request the answer is about. */
  readonly decision: string;
  /** What its settings change of the walk's, by their names in the code; for the search. */
  readonly settings: readonly string[];
  readonly session: Badge;
  readonly token: Badge;
}

/** The questions of all Scenarios by group, answered. */
export type AnsweredGroups = readonly (readonly [string, readonly AnsweredQuestion[]])[];

const WALK_ANSWER: Badge = { tone: 'rest', word: SEE_WALK };

/** Lists the members of a change and their values; a list, or what a user typed, only by its name. */
function listChanges(change: object): readonly string[] {
  return Object.entries(change).flatMap(([name, value]) => {
    if (['session', 'token', 'user', 'second'].includes(name)) return [name, ...listChanges(value)];
    return typeof value === 'object' && value !== null ? [name] : [`${name}: ${value}`];
  });
}

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
      const settings = listChanges(toDifference(scenario.settings, DEFAULT_SETTINGS));
      const asked = { id, title, question, step: isWalk ? 0 : step, decision, settings };
      answered.push({ ...asked, session, token });
    }
    groups.push([nameGroup(group), answered]);
  }
  return groups;
}
