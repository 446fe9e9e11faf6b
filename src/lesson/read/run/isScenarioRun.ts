import { isSame } from '../../../sim/runs/difference.ts';
import { toSharedSettings } from '../../../sim/runs/run.ts';
import { SCENARIOS } from '../../../sim/scenarios.ts';
import type { Trace } from '../../../sim/trace.ts';

/** Tells whether a run is the one of its Scenario: the same Actions, under the same settings but for secrets. */
export function isScenarioRun({ scenario }: Trace): boolean {
  const listed = SCENARIOS.find(({ id }) => id === scenario.id);
  return (
    listed !== undefined &&
    // A long run of one's own is not written out for this.
    listed.actions.length === scenario.actions.length &&
    isSame(listed.actions, scenario.actions) &&
    Object.keys(toSharedSettings(scenario.settings, listed.settings)).length === 0
  );
}
