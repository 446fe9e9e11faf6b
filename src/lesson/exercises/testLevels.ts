import type { ActionType } from '../../sim/action.ts';
import type { Run } from '../../sim/runs/run.ts';
import type { Settings } from '../../sim/settings.ts';
import { listSettingDifferences } from '../texts/settings/changedSettings.ts';
import type { Level } from './endless.ts';
import { DIFFICULTIES, LEVELS } from './endless.ts';

/** How many questions of each level a test has: the same before the lesson and after it. */
export const TEST_MIXTURE: Readonly<Record<Level, number>> = { 1: 4, 2: 4, 3: 2 };

/** Questions in a test. */
export const TEST_LENGTH = LEVELS.reduce((sum, level) => sum + TEST_MIXTURE[level], 0);

const PLAIN: readonly ActionType[] = ['login', 'end', ...DIFFICULTIES[2].kinds];

/**
 * Tells how hard a run is to foresee: 1 is the walk's own servers, and what their user, time or a
 * thief does to them; 2 has one other setting, or an Action that is not met every day; 3 has more.
 */
export function toTestLevel({ settings, actions }: Run, walk: Settings): Level {
  const changed = listSettingDifferences(settings, walk).length;
  if (changed > 1) return 3;
  return changed === 0 && actions.every(({ type }) => PLAIN.includes(type)) ? 1 : 2;
}
