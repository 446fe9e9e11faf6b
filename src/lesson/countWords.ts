import type { CopyLeft, LaneCounts } from '../sim/counts.ts';
import { formatDuration } from './format.ts';

/** A row of the counts: what is counted, in what, and where it is looked for. */
export interface CountRow {
  readonly name: keyof LaneCounts;
  readonly title: string;
  readonly unit: 'B' | null;
  readonly meaning: string;
}

export const COUNT_ROWS: readonly CountRow[] = [
  {
    name: 'storeReads',
    title: 'Store reads',
    unit: null,
    meaning: 'get: a session, a deny-list, a refresh token',
  },
  {
    name: 'storeWrites',
    title: 'Store writes',
    unit: null,
    meaning: 'set, touch, destroy',
  },
  {
    name: 'signaturesMade',
    title: 'Signatures made',
    unit: null,
    meaning: 'for a new cookie or token',
  },
  {
    name: 'signaturesChecked',
    title: 'Signatures checked',
    unit: null,
    meaning: 'of the one that a request brings',
  },
  {
    name: 'clientBytes',
    title: 'Sent by the client',
    unit: 'B',
    meaning: 'Cookie and Authorization; bodies of login and refresh',
  },
  {
    name: 'serverBytes',
    title: 'Sent by the server',
    unit: 'B',
    meaning: 'Set-Cookie and WWW-Authenticate; bodies with a token',
  },
  {
    name: 'keptBytes',
    title: 'Kept on the server',
    unit: 'B',
    meaning: 'records, deny-list, refresh tokens, as JSON',
  },
  {
    name: 'copy',
    title: 'Left for a stolen copy',
    unit: null,
    meaning: 'from here on, unless use moves its end',
  },
];

const formatCopy = (copy: CopyLeft | null) => {
  if (copy === null) return 'no copy yet';
  if (copy.seconds === null) return 'for ever';
  return copy.seconds === 0 ? 'nothing' : formatDuration(copy.seconds);
};

const formatNumber = (value: number) => new Intl.NumberFormat('en').format(value);

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
