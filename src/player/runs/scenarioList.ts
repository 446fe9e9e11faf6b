import groups from 'virtual:scenario-list';

/** What can be chosen: the ID and the title of each Scenario, by group. */
export const SCENARIO_GROUPS = groups;

/** The IDs of all Scenarios; the walk's is the first. */
export const SCENARIO_IDS = groups.flatMap(([, scenarios]) => scenarios.map(([id]) => id));
