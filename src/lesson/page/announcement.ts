import { toPlainText } from '../richText.ts';
import type { StepTelling } from '../telling.ts';

/** Says where a run stands: "Step 3 of 12: Create auth data", at 0 "Start". */
export function sayPosition({ step, title }: StepTelling, lastStep: number): string {
  return step === 0 ? 'Start' : `Step ${step} of ${lastStep}: ${title}`;
}

/** Says a step in the one sentence that is announced, of the shown lanes alone. */
export function sayAnnouncement(
  step: StepTelling,
  lastStep: number,
  columns: 'both' | 'session' | 'token',
): string {
  const lanes = [
    columns === 'token' ? [] : [`Session: ${toPlainText(step.session.sentence)}`],
    columns === 'session' ? [] : [`Token: ${toPlainText(step.token.sentence)}`],
  ];
  return [`${sayPosition(step, lastStep)}.`, ...lanes.flat()].join(' ');
}
