import type { Action } from '../../../sim/action.ts';
import { formatList } from '../../page/formatList.ts';
import { toActionLabel } from '../actions/actionLabels.ts';
import type { SettingAt } from '../settings/settingDifferences.ts';
import { saySetting } from '../settings/settingDifferences.ts';

/** Something in which a run is not its original. */
type Difference =
  | ({ readonly type: 'setting' } & SettingAt)
  | { readonly type: 'added'; readonly action: Action }
  | { readonly type: 'missing'; readonly actions: readonly Action[] };

/** So many are named of several that are missing in one place. */
const NAMED = 2;

function sayMissing(actions: readonly Action[]): string {
  const names = actions.slice(0, NAMED).map((action) => `“${toActionLabel(action)}”`);
  const more = actions.length - names.length;
  const rest = more > 0 ? [`${more} more`] : [];
  return `Without ${formatList([...names, ...rest])}`;
}

/** Names a difference; `after` is the step after which an Action stands. */
function sayDifference(difference: Difference, after: number): string {
  if (difference.type === 'setting') return saySetting(difference);
  if (difference.type === 'missing') return sayMissing(difference.actions);
  const place = after === 0 ? 'at the start' : `after step ${after}`;
  return `${toActionLabel(difference.action)} ${place}`;
}

export const OWN_RUN_TEXTS = {
  title: 'Your run',
  differences: 'What differs from the original',
  sayDifference,
  /** Leads there, from where it is out of view. */
  sayCount: (count: number) => `Your run (${count})`,
  sayTakeBack: (difference: string) => `Take back: ${difference}`,
  restart: 'Back to the original',
  sayMore: (count: number) => `${count} more`,
  undo: 'Undo',
  /** Says how many Actions the last change has left out. */
  sayDropped: (count: number) =>
    count === 1
      ? 'One later action makes no sense any more and was left out.'
      : `${count} later actions make no sense any more and were left out.`,
} as const;
