import type { ActionType } from '../../sim/action.ts';
import type { Run } from '../../sim/runs/run.ts';
import type { Settings } from '../../sim/settings.ts';
import { listSettingDifferences } from '../texts/settings/changedSettings.ts';
import type { Level } from './endless.ts';
import { DIFFICULTIES, LEVELS } from './endless.ts';

/** What a question of a test asks: who gets in, what is left, or what is in a variable. */
export const TEST_KINDS = ['entry', 'left', 'cell'] as const;
export type TestKind = (typeof TEST_KINDS)[number];

/** The questions of each level that a test has, by kind: the same before the lesson and after it. */
export const TEST_MIXTURE: Readonly<Record<Level, readonly TestKind[]>> = {
  1: ['entry', 'entry', 'left', 'cell'],
  2: ['entry', 'entry', 'left', 'cell'],
  3: ['entry', 'entry'],
};

/** Questions in a test. */
export const TEST_LENGTH = LEVELS.reduce((sum, level) => sum + TEST_MIXTURE[level].length, 0);

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
