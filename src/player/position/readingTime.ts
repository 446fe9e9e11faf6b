import { countWords } from '../../lesson/page/announcement.ts';
import type { StepTelling } from '../../lesson/telling.ts';
import type { Columns } from './columns.ts';

const WORDS_A_SECOND = 3.5;
const SHORTEST_MS = 5000;
/** Before the first step nothing has happened that there is to read. */
const START_MS = 1500;

/** Returns how long it takes to read what is said of a step in the shown columns; milliseconds. */
export function toReadingMs(step: StepTelling, columns: Columns): number {
  if (step.step === 0) return START_MS;
  return Math.max(SHORTEST_MS, Math.round((countWords(step, columns) / WORDS_A_SECOND) * 1000));
}
