import { toActionLabel } from '../../lesson/texts/actionLabels.ts';
import type { RunChange } from '../../player/whatIf/undoStep.ts';

const LABELS = {
  settings: 'Change the settings',
  file: 'Open a file',
  restart: 'Back to the original',
  leave: 'Leave the what-if',
} as const;

/** Names what Undo would take back. */
export const toUndoLabel = (change: RunChange | undefined): string =>
  change
    ? `Undo: ${change.type === 'act' ? toActionLabel(change.action) : LABELS[change.type]}`
    : 'Undo';
