import type { StepTelling } from '../telling.ts';
import { toPlainText } from './toPlainText.ts';

/** Says where a run stands: "Step 3 of 12: Create auth data", at 0 "Start". */
export function sayPosition({ step, title }: StepTelling, lastStep: number): string {
  return step === 0 ? 'Start' : `Step ${step} of ${lastStep}: ${title}`;
}

/** Says the same where there is little room: "3 of 12". */
export const sayShortPosition = (step: number, lastStep: number): string =>
  step === 0 ? 'Start' : `${step} of ${lastStep}`;

type Columns = 'both' | 'session' | 'token';

const sayLanes = (step: StepTelling, columns: Columns): readonly string[] => [
  ...(columns === 'token' ? [] : [`Session: ${toPlainText(step.session.sentence)}`]),
  ...(columns === 'session' ? [] : [`Token: ${toPlainText(step.token.sentence)}`]),
];

/** Says a step in the one sentence that is announced, of the shown lanes alone. */
export const sayAnnouncement = (step: StepTelling, lastStep: number, columns: Columns): string =>
  [`${sayPosition(step, lastStep)}.`, ...sayLanes(step, columns)].join(' ');

/** Counts the words that there are to read of a step: its title, and the sentences of the shown lanes. */
export const countWords = (step: StepTelling, columns: Columns): number =>
  [step.title, ...sayLanes(step, columns)].join(' ').split(/\s+/).length;
