import type { Scenario, ScenarioGroup } from '../../../sim/scenario.ts';

/** Gives a Scenario its title and its question in this language; in English they stand with it. */
export const entitle = <T extends Scenario>(scenario: T): T => scenario;

/** Names a group of Scenarios. */
export const nameGroup = (group: ScenarioGroup): string => group;
