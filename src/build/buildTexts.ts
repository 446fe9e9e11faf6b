import { openTelling } from '../lesson/tell.ts';
import { entitle, nameGroup } from '../lesson/texts/scenarios/scenarioTitles.ts';
import { DOCUMENT_TEXTS } from '../lesson/texts/shell/document.ts';
import { writeTelling } from '../lesson/told/writeTelling.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS_BY_GROUP } from '../sim/scenarios.ts';
import { runScenario } from '../sim/trace.ts';
import { tellSameSite } from './sameSiteTable.ts';
import { answerScenarios } from './scenarioAnswers.ts';
import { listScenarioSettings } from './scenarioSettings.ts';

/** Runs and tells the walk. */
const tellWalk = async () => writeTelling(openTelling(await runScenario(LOGIN_TO_LOGOUT)));

/** Lists what the page must know of the Scenarios before it runs one. */
const listScenarios = () =>
  SCENARIOS_BY_GROUP.map(
    ([group, scenarios]) =>
      [
        nameGroup(group),
        scenarios.map((scenario) => [scenario.id, entitle(scenario).title] as const),
      ] as const,
  );

/** All that is told when the page is built, in its language. */
export const BUILD_TEXTS = {
  walk: tellWalk,
  scenarios: listScenarios,
  answers: answerScenarios,
  settings: listScenarioSettings,
  sameSite: tellSameSite,
  document: DOCUMENT_TEXTS,
} as const;
