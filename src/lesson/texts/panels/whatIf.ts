import type { Action } from '../../../sim/action.ts';
import { toActionLabel } from '../actions/actionLabels.ts';

/** What Undo would take back, where that is no Action. */
const CHANGES = {
  settings: 'Change the settings',
  takeBack: 'Take back a change',
  file: 'Open a file',
  restart: 'Back to the original',
  leave: 'Leave your run',
} as const;

/** A change of the run, by what was done. */
type Change =
  | { readonly type: 'act'; readonly action: Action }
  | { readonly type: keyof typeof CHANGES };

/** Says where an Action is put in, when that is not simply after the step on show. */
function sayOrigin(forkStep: number, cursor: number): string {
  const from = forkStep === 0 ? 'at the start' : `after step ${forkStep}`;
  return forkStep === cursor
    ? `It happens ${from}.`
    : `It happens ${from}, as step ${cursor} is in the middle of something.`;
}

/** Names what Undo would take back. */
const sayUndo = (change: Change): string =>
  `Undo: ${change.type === 'act' ? toActionLabel(change.action) : CHANGES[change.type]}`;

export const WHAT_IF_TEXTS = {
  title: 'What if, from here?',
  close: 'Close the what-ifs',
  dismiss: 'Dismiss',
  next: 'Next action',
  all: 'All actions',
  sayOrigin,
  sayUndo,
  sayOutcome: (step: number, session: string, token: string) =>
    session === token
      ? `Step ${step}. Both: ${session}`
      : `Step ${step}. Session: ${session} · Token: ${token}`,
  show: 'Show',
  showOnStage: 'Show on the stage',
} as const;

/** The original beside the run. */
export const BESIDE_TEXTS = {
  title: 'Beside the original',
  name: 'The original and this run',
  step: 'Step',
  original: 'Original',
  thisRun: 'This run',
  parts: 'first difference',
  notIn: 'not in it',
  sayLane: (lane: string, word: string) => `${lane}: ${word}`,
  same: 'Every step comes out the same.',
  sayParts: (step: number) => `First difference: step ${step}`,
} as const;

export const SAVE_TEXTS = {
  name: 'Keep this run',
  save: 'Save',
  saveAsFile: 'Save as file',
  open: 'Open',
  openFile: 'Open file',
  copyLink: 'Copy link',
  tooLong: 'This run is too long for a link, and a reload would lose it: save it as a file.',
} as const;
