import type { Level } from '../../../lesson/exercises/endless.ts';
import { CHANGES, DIFFICULTIES, LEVELS } from '../../../lesson/exercises/endless.ts';
import { GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { LEARN_CASES, LOSSES } from '../../../lesson/exercises/learnCases.ts';
import { toTestLevel } from '../../../lesson/exercises/testLevels.ts';
import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import { listSettingDifferences } from '../../../lesson/texts/settings/changedSettings.ts';
import type { SettingPath } from '../../../lesson/texts/settings/settingDifferences.ts';
import type { Action, ActionType } from '../../../sim/action.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import type { ScenarioId } from '../../../sim/scenarios.ts';
import { SCENARIOS_BY_GROUP } from '../../../sim/scenarios.ts';
import type { Settings } from '../../../sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';

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
    if (asked.about === 'kept') return [];
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

/** Tells whether Challenge shows a run. */
export const isShown = (id: string): boolean => GOAL_RUNS.has(id);

/** A topic at a level, and the Scenarios that can be asked about. */
export interface TestShelf {
  readonly topic: string;
  readonly level: Level;
  readonly ids: readonly ScenarioId[];
}

const [WALK] = SCENARIOS_BY_GROUP.flatMap(([, scenarios]) => scenarios);

/** All that tests can be drawn from, by level and topic; the walk, which everybody has seen, is not among it. */
export const TEST_SHELVES: readonly TestShelf[] = LEVELS.flatMap((level) =>
  SCENARIOS_BY_GROUP.map(([topic, scenarios]) => ({
    topic,
    level,
    ids: scenarios
      .filter(
        (scenario) =>
          scenario !== WALK &&
          toTestLevel(scenario, DEFAULT_SETTINGS) === level &&
          isMet(scenario) &&
          !isInLearn(scenario),
      )
      .map(({ id }) => id),
  })).filter(({ ids }) => ids.length > 1),
);
