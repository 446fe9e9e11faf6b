import type { Frame } from '../sim/trace.ts';
import { toStepTitle } from './cells.ts';
import { toNarration } from './narration.ts';
import { toPlainText } from './richText.ts';

/** Which lanes are shown. */
export type Columns = 'both' | 'session' | 'token';

/** Formats where a run stands: "Step 3 of 12: Create auth data", at 0 "Start". */
export function toPosition(frame: Frame, lastStep: number): string {
  if (frame.step === 0) return 'Start';
  return `Step ${frame.step} of ${lastStep}: ${toStepTitle(frame)}`;
}

/** Returns the one sentence that is announced for a step, of the shown lanes alone. */
export function toAnnouncement(frame: Frame, lastStep: number, columns: Columns): string {
  const session = toPlainText(toNarration(frame.kind, frame.session, 'session', frame));
  const token = toPlainText(toNarration(frame.kind, frame.token, 'token', frame));
  const lanes = [
    columns === 'token' ? [] : [`Session: ${session}`],
    columns === 'session' ? [] : [`Token: ${token}`],
  ];
  return [`${toPosition(frame, lastStep)}.`, ...lanes.flat()].join(' ');
}
