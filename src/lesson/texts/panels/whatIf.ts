import type { Action } from '../../../sim/action.ts';
import { formatCount } from '../../page/format.ts';
import { toActionLabel } from '../actionLabels.ts';

/** What Undo would take back, where that is no Action. */
const CHANGES = {
  settings: 'Change the settings',
  file: 'Open a file',
  restart: 'Back to the original',
  leave: 'Leave the what-if',
} as const;

/** A change of the run, by what was done. */
type Change =
  | { readonly type: 'act'; readonly action: Action }
  | { readonly type: keyof typeof CHANGES };

/** Says where a what-if goes on from, when that is not simply the step on show. */
function sayOrigin(forkStep: number, cursor: number): string {
  const from = forkStep === 0 ? 'From the start' : `From the end of step ${forkStep}`;
  return forkStep === cursor ? `${from}:` : `${from}, as step ${cursor} is inside an Action:`;
}

/** Names what Undo would take back. */
function sayUndo(change: Change | undefined): string {
  if (!change) return 'Undo';
  return `Undo: ${change.type === 'act' ? toActionLabel(change.action) : CHANGES[change.type]}`;
}

export const WHAT_IF_TEXTS = {
  title: 'What if, from here?',
  close: 'Close the what-ifs',
  dismiss: 'Dismiss',
  isOriginal: 'This is the original.',
  sayOwn: (count: number) => `${formatCount(count, 'Action')} of your own.`,
  sayOrigin,
  sayUndo,
  restart: 'Back to the original',
  shortRestart: 'Original',
  nothingTried: 'Nothing tried yet.',
  sayEnd: (session: string, token: string) => `Session: ${session} · Token: ${token}`,
  show: 'Show',
  showOnStage: 'Show on the stage',
} as const;

/** The original beside the run. */
export const BESIDE_TEXTS = {
  name: 'The original and this run',
  step: 'Step',
  original: 'Original',
  thisRun: 'This run',
  parts: 'first difference',
  over: 'over',
  sayLane: (lane: string, word: string) => `${lane}: ${word}`,
  same: 'Every step comes out the same.',
  sayParts: (step: number) => `First difference: step ${step}`,
  sayOriginal: (title: string) => `Original: ${title}`,
  sayThisRun: (title: string) => `This run: ${title}`,
} as const;

export const SAVE_TEXTS = {
  save: 'Save',
  saveAsFile: 'Save as file',
  open: 'Open',
  openFile: 'Open file',
  copyLink: 'Copy link',
  tooLong: 'This run is too long for a link, and a reload would lose it: save it as a file.',
} as const;
