import {
  listSettingDifferences,
  readSettingAt,
} from '../../lesson/texts/settings/changedSettings.ts';
import type { SettingAt } from '../../lesson/texts/settings/settingDifferences.ts';
import type { Action } from '../../sim/action.ts';
import type { ToldRun } from '../runs/toldRun.ts';
import { toScenario } from '../runs/toldRun.ts';
import { matchActions } from './matchActions.ts';

/** Something in which a run is not its original. */
export type RunDifference =
  | ({ readonly type: 'setting' } & SettingAt)
  /** An Action of its own, by its index in the run. */
  | { readonly type: 'added'; readonly action: Action; readonly index: number }
  /** Actions of the original, from an index there, that it has not before the one at `index`. */
  | {
      readonly type: 'missing';
      readonly actions: readonly Action[];
      readonly original: number;
      readonly index: number;
    };

function listActionDifferences(own: readonly Action[], original: readonly Action[]) {
  const found: RunDifference[] = [];
  let index = 0;
  for (const match of matchActions(own, original)) {
    const last = found.at(-1);
    if (match.own === null) {
      const action = original[match.original] as Action;
      if (last?.type === 'missing' && last.index === index) {
        found[found.length - 1] = { ...last, actions: [...last.actions, action] };
      } else {
        found.push({ type: 'missing', actions: [action], original: match.original, index });
      }
      continue;
    }
    index = match.own + 1;
    if (match.original === null) {
      found.push({ type: 'added', action: own[match.own] as Action, index: match.own });
    }
  }
  return found;
}

/** Lists all in which a run is not its original: the settings first, then the Actions in their order. */
export function listDifferences(run: ToldRun, original: ToldRun): readonly RunDifference[] {
  const [now, own] = [toScenario(run), toScenario(original)];
  return [
    ...listSettingDifferences(now.settings, own.settings).map((path) => ({
      type: 'setting' as const,
      ...readSettingAt(now.settings, path),
    })),
    ...listActionDifferences(now.actions, own.actions),
  ];
}

/** Returns the last Action that a run has of its own; `null` for none. */
export function findLastAdded(
  run: ToldRun,
  original: ToldRun | null,
): Extract<RunDifference, { type: 'added' }> | null {
  if (!original) return null;
  const differences = listActionDifferences(toScenario(run).actions, toScenario(original).actions);
  return differences.findLast((one) => one.type === 'added') ?? null;
}
