import type { Action } from './action.ts';
import type { Settings } from './settings.ts';

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
