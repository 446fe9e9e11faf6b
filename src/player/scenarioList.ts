import { SCENARIOS } from '../sim/scenarios.ts';

/** What can be chosen: the ID and the title of each Scenario. */
export const SCENARIO_OPTIONS = SCENARIOS.map(({ id, title }) => [id, title] as const);
