import ids from 'virtual:scenario-ids';

/** The IDs of all Scenarios; the walk's is the first. */
export const SCENARIO_IDS = ids;
