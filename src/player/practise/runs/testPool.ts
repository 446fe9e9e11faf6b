import type { Level } from '../../../lesson/exercises/endless.ts';
import { CHANGES, DIFFICULTIES } from '../../../lesson/exercises/endless.ts';
import { GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { LEARN_CASES, LOSSES } from '../../../lesson/exercises/learnCases.ts';
import { toTestLevel } from '../../../lesson/exercises/testLevels.ts';
import type { Twist } from '../../../lesson/exercises/twists.ts';
import { TWISTS } from '../../../lesson/exercises/twists.ts';
import { lazily } from '../../../lesson/lazily.ts';
import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import { listSettingDifferences } from '../../../lesson/texts/settings/changedSettings.ts';
import type { SettingPath } from '../../../lesson/texts/settings/settingDifferences.ts';
import { DECIDING_STEPS } from '../../../lesson/told/decidingSteps.ts';
import { isTried } from '../../../lesson/told/question.ts';
import type { Action, ActionType } from '../../../sim/action.ts';
import { listStoreOnly } from '../../../sim/cookieSession/storeOnly.ts';
import type { Run } from '../../../sim/runs/run.ts';
import type { Scenario } from '../../../sim/scenario.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import type { ScenarioId } from '../../../sim/scenarios.ts';
import { SCENARIOS_BY_GROUP } from '../../../sim/scenarios.ts';
import type { Settings } from '../../../sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import { createYieldToPage, SHORT_STRETCH_MS } from '../../runs/yieldToPage.ts';

/** What can be known without a page of its own: who asks, by what way of logging in. */
const ALWAYS: readonly ActionType[] = ['login', 'request', 'end'];

const listPaths = (settings: Settings): readonly SettingPath[] =>
  listSettingDifferences(settings, DEFAULT_SETTINGS);

/** The settings that the random challenges change, and so teach. */
const MET_SETTINGS: ReadonlySet<SettingPath> = new Set([
  ...[
    ...CHANGES.map(({ change }) => change),
    ...Object.values(LEARN_CASES).flatMap((cases) => cases.map((one) => one.change)),
  ].flatMap((change) => listPaths(changeSettings(change))),
  // A second server is met with a store of its own; what it means to share one follows from that.
  'sharedStore',
  // A role is met where it is looked up; that a copy of it stays as it was is what tokens show.
  'session.copiesUser',
]);

const MET_ACTIONS: ReadonlySet<ActionType> = new Set([...ALWAYS, ...DIFFICULTIES[3].kinds]);

/** Tells whether Learn and Challenge have had all that a run is made of. */
export const isMet = ({ settings, actions }: Run): boolean =>
  listPaths(settings).every((path) => MET_SETTINGS.has(path)) &&
  actions.every(({ type }) => MET_ACTIONS.has(type));

const listLabels = (actions: readonly Action[]) => actions.map(toActionLabel).join('\n');

/** What Learn asks about as a test does: who gets in, or after what. */
const LEARN_ENTRIES = Object.values(LEARN_CASES)
  .flat()
  .flatMap(({ change, actions, asked }) => {
    if (asked.about === 'entry') return [{ change, actions }];
    if (asked.about === 'kept' || asked.about === 'step') return [];
    return LOSSES.map((loss) => ({ change, actions: actions.toSpliced(-1, 0, loss) }));
  });

/** Tells whether a run is, up to what is asked there, one that Learn asks about. */
const isInLearn = ({ settings, actions }: Run): boolean =>
  LEARN_ENTRIES.some(
    (own) =>
      listSettingDifferences(changeSettings(own.change), settings).length === 0 &&
      listLabels(actions).startsWith(listLabels(own.actions)),
  );

/** The runs at which goals begin: who has practised has seen them. */
const GOAL_RUNS: ReadonlySet<string> = new Set(
  Object.values(GOALS).map(({ scenarioId }) => scenarioId),
);

/** A run that tests can ask about: one of a Scenario, up to what decides it, with one thing changed or none. */
export interface TestRun {
  /** The Scenario, and what is changed of it: `stolen-then-logout~deny-list`. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly topic: string;
  readonly level: Level;
  /** A goal begins at the Scenario. */
  readonly isShown: boolean;
  /** What is changed; `null` for the Scenario as it is. */
  readonly twist: Twist | null;
  readonly run: Run;
}

function toTwisted({ settings, actions }: Run, twist: Twist): Run {
  if ('change' in twist) return { settings: changeSettings(twist.change, settings), actions };
  return { settings, actions: actions.toSpliced(-1, 0, twist.before) };
}

/** Tells whether one setting differs, or what is done: not the same twice in a row. */
function isOther({ settings }: Run, { settings: own, actions }: Run, twist: Twist): boolean {
  // What goes only with a store is nothing to be stated where there is none.
  if (listStoreOnly(own.session).length > 0) return false;
  if ('change' in twist) return listSettingDifferences(own, settings).length === 1;
  // Nor is anything waited for twice: it may be over.
  const isWait =
    twist.before.type === 'wait' && actions.slice(0, -2).some(({ type }) => type === 'wait');
  return !isWait && actions.at(-3)?.type !== twist.before.type;
}

const [WALK] = SCENARIOS_BY_GROUP.flatMap(([, scenarios]) => scenarios);

/** Cuts a Scenario after the Action that decides it; `null` where nobody tries to get in there. */
async function cut(scenario: Scenario & { readonly id: ScenarioId }): Promise<Run | null> {
  const { telling } = await runScenarioById(scenario.id);
  const told = telling.at(DECIDING_STEPS[scenario.id]);
  if (!isTried(told)) return null;
  const { settings, actions } = scenario;
  return { settings, actions: actions.slice(0, told.actionIndex + 1) };
}

async function listRuns(): Promise<readonly TestRun[]> {
  const found: TestRun[] = [];
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  for (const [topic, scenarios] of SCENARIOS_BY_GROUP) {
    for (const scenario of scenarios) {
      // The walk everybody has seen.
      if (scenario === WALK || !isMet({ ...scenario, actions: [] })) continue;
      await pause();
      const base = await cut(scenario);
      if (!base || base.actions.length < 2 || !isMet(base)) continue;
      const isShown = GOAL_RUNS.has(scenario.id);
      const add = (name: string, twist: Twist | null, run: Run) => {
        if (!isMet(run) || isInLearn(run)) return;
        const level = toTestLevel(run, DEFAULT_SETTINGS);
        found.push({ name, scenario, topic, level, isShown, twist, run });
      };
      add(scenario.id, null, base);
      for (const [name, twist] of Object.entries(TWISTS)) {
        const run = toTwisted(base, twist);
        if (isOther(base, run, twist)) add(`${scenario.id}~${name}`, twist, run);
      }
    }
  }
  return found;
}

/** All runs that tests can be drawn from; whether one can be done is not known before it is run. */
export const TEST_POOL = lazily({ runs: listRuns });
