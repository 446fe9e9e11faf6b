import { formatDuration } from './format.ts';

/** Says how much time is left until a second, by the simulated clock; `null` means that no end is set. */
export function formatLeft(end: number | null, clock: number): string {
  if (end === null) return 'no end';
  return end > clock ? `${formatDuration(end - clock)} left` : 'expired';
}
