import { formatDuration } from '../../page/format.ts';

/** Says how long a run has taken up to what is asked. */
export const sayPassed = (seconds: number): string =>
  `passed since the start: ${formatDuration(seconds)}`;
