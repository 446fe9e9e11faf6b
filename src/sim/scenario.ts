import type { Action } from './action.ts';
import type { Settings } from './settings.ts';

/** In which part of the list a Scenario is offered, in this order. */
export const SCENARIO_GROUPS = [
  'Everyday',
  'Time',
  'Logout and theft',
  'Tampering',
  'Cross-site and scripts',
  'Front end and proxy',
  'Servers and secrets',
  'Users',
  'Token designs',
] as const;
export type ScenarioGroup = (typeof SCENARIO_GROUPS)[number];

/** A run to be made: plain data, so that a new one is one file entry and no code. */
export interface Scenario {
  /** Kebab-case, unique; part of the address. */
  readonly id: string;
  readonly title: string;
  /** The question that the run answers. */
  readonly question: string;
  readonly settings: Settings;
  readonly actions: readonly Action[];
}
