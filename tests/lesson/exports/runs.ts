import { openTelling } from '../../../src/lesson/tell.ts';
import type { Telling } from '../../../src/lesson/telling.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

/** Runs a Scenario of the lesson and tells it. */
export async function tell(id: string): Promise<Telling> {
  const scenario = SCENARIOS.find((known) => known.id === id);
  if (!scenario) throw new RangeError(`no scenario ${id}`);
  return openTelling(await runScenario(scenario));
}
