import type { PlayerVerbs } from '../playerState.ts';
import { loadRunner } from './loadRunner.ts';
import type { ShownRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';

/** Where the runs come from that did not come with the page. Rejects when there is none. */
export interface RunSource {
  /** Runs a Scenario by its ID. */
  runScenario(scenarioId: string): Promise<ToldRun>;
  /** Runs a what-if from the text of an address. What was wrong with it is told as a notice. */
  openRun(
    scenarioId: string,
    text: string,
    teller: Pick<PlayerVerbs, 'addNotice'>,
  ): Promise<ShownRun>;
}

/** Runs Scenarios and what-ifs with the engine, which is loaded when the first of them is wanted. */
export const ENGINE_RUNS: RunSource = {
  runScenario: async (scenarioId) => (await loadRunner()).runScenarioById(scenarioId),
  openRun: async (scenarioId, text, teller) =>
    (await loadRunner()).openRunAddress(scenarioId, text, teller),
};
