import { toActionLabel } from '../../lesson/actionLabels.ts';
import type { Change } from '../../player/change.ts';

const LABELS = {
  settings: 'Change the settings',
  file: 'Open a file',
  restart: 'Back to the original',
  leave: 'Leave the what-if',
} as const;

/** Names what Undo would take back. */
export const toUndoLabel = (change: Change | undefined): string =>
  change
    ? `Undo: ${change.type === 'act' ? toActionLabel(change.action) : LABELS[change.type]}`
    : 'Undo';
