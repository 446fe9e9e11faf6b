import type { CopyLeft, Counts, LaneCounts } from '../../../sim/counts.ts';
import { formatDuration } from '../../page/format.ts';
import { formatNumber } from '../../page/formatNumber.ts';
import type { CountsTelling, PerLane } from '../../telling.ts';
import { COUNT_ROWS } from '../../texts/countRows.ts';

const formatCopy = (copy: CopyLeft | null) => {
  if (copy === null) return 'no copy yet';
  if (copy.seconds === null) return 'for ever';
  return copy.seconds === 0 ? 'nothing' : formatDuration(copy.seconds);
};

/** Says one count of a lane, without its unit. */
export function formatCounted(counts: LaneCounts, name: keyof LaneCounts): string {
  const value = counts[name];
  return typeof value === 'number' ? formatNumber(value) : formatCopy(value);
}

/** Says by how much a count changed, e.g. `+2`; an empty text when it did not, or is no number. */
export function formatGrowth(now: LaneCounts, before: LaneCounts, name: keyof LaneCounts): string {
  const [a, b] = [before[name], now[name]];
  if (typeof a !== 'number' || typeof b !== 'number' || a === b) return '';
  return b > a ? `+${formatNumber(b - a)}` : `−${formatNumber(a - b)}`;
}

function sayLane(now: LaneCounts, before: LaneCounts): CountsTelling {
  const told = COUNT_ROWS.map(({ name }) => [
    name,
    { text: formatCounted(now, name), growth: formatGrowth(now, before, name) },
  ]);
  return Object.fromEntries(told) as CountsTelling;
}

/** Says what each lane has cost up to a step, and what that step added. */
export const sayCounts = (now: Counts, before: Counts): PerLane<CountsTelling> => ({
  session: sayLane(now.session, before.session),
  token: sayLane(now.token, before.token),
});
