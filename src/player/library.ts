import type { Trace } from '../sim/trace.ts';
import type { PlayerVerbs, ShownRun } from './playerState.ts';

/** Where the Traces come from that did not come with the page. Rejects when there is none. */
export interface Library {
  /** Gets the Trace of a Scenario by its ID. */
  loadTrace(scenarioId: string): Promise<Trace>;
  /** Runs a what-if from the text of an address. What was wrong with it is told as a notice. */
  openRun(
    scenarioId: string,
    text: string,
    teller: Pick<PlayerVerbs, 'addNotice'>,
  ): Promise<ShownRun>;
}

/** Why something cannot be opened, in a sentence for the reader. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

const NO_SIGNATURES =
  'Your browser signs nothing on a page that comes over plain http, so only the walk can be shown. Open the page over https or on localhost for the rest.';

/** @throws Unavailable where jose would say "Cannot read properties of undefined". */
export function requireSignatures(): void {
  if (!globalThis.crypto?.subtle) throw new Unavailable(NO_SIGNATURES);
}

async function loadRunner() {
  requireSignatures();
  return import('./runner.ts');
}

/** Runs Scenarios and what-ifs with the engine, which is loaded when the first of them is wanted. */
export const engineLibrary: Library = {
  loadTrace: async (scenarioId) => (await loadRunner()).runScenarioById(scenarioId),
  openRun: async (scenarioId, text, teller) => {
    // What keeps a what-if when another Scenario is chosen has to be there before the what-if is.
    const [{ openRunAddress }] = await Promise.all([loadRunner(), import('./useWhatIf.ts')]);
    return openRunAddress(scenarioId, text, teller);
  },
};
