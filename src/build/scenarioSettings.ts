import { toDifference } from '../sim/runs/difference.ts';
import { SCENARIOS } from '../sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../sim/settings.ts';

/** Lists the members of a change and their values; a list, or what a user typed, only by its name. */
function listChanges(change: object): readonly string[] {
  return Object.entries(change).flatMap(([name, value]) => {
    if (['session', 'token', 'user', 'second'].includes(name)) return [name, ...listChanges(value)];
    return typeof value === 'object' && value !== null ? [name] : [`${name}: ${value}`];
  });
}

/** Lists what the settings of each Scenario change of the walk's, by their names in the code. */
export const listScenarioSettings = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    SCENARIOS.map(({ id, settings }) => [
      id,
      listChanges(toDifference(settings, DEFAULT_SETTINGS)),
    ]),
  );
