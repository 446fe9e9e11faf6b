import groups from 'virtual:scenario-list';

/** What can be chosen: the ID and the title of each Scenario, by group. */
export const SCENARIO_GROUPS = groups;
