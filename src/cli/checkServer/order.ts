import type { CheckSettings } from './settings.ts';

/** What is asked for on the command line. */
export interface CheckOrder {
  readonly settings: CheckSettings;
  readonly json: boolean;
  /** Whether a warning ends in 1 too. */
  readonly strict: boolean;
  /** IDs of checks whose findings do not count. */
  readonly allowed: readonly string[];
}
