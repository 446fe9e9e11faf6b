/** Formats NumericDate seconds as a time of day in UTC, e.g. `12:15:00`, or `12:15:00.9`. */
export function formatTime(seconds: number): string {
  const iso = new Date(Math.round(seconds * 1000)).toISOString();
  return iso.slice(11, iso.endsWith('.000Z') ? 19 : 21);
}

/** Formats NumericDate seconds as date and time in UTC, e.g. `2026-01-01 12:15:00 UTC`. */
export function formatDate(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const DAY = 86_400;

/** Formats a second as a time of day, with its date where that is not the day of now. */
export function formatSecond(seconds: number, now: number): string {
  const isToday = Math.floor(seconds / DAY) === Math.floor(now / DAY);
  return isToday ? formatTime(seconds) : formatDate(seconds);
}

/** Formats a clock's time in UTC, with its date when that is not the one on which the run began. */
export function formatClock(seconds: number, start: number): string {
  const [now, begun] = [formatDate(seconds), formatDate(start)];
  return now.slice(0, 10) === begun.slice(0, 10) ? now.slice(11) : now;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** Formats a number of seconds with its two largest units, e.g. `14 min 30 s`. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds < 10 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)} s`;
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

/** Counts things in words: `no records`, `1 record`, `2 records`. */
export function formatCount(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Says which steps of a long run are shown. */
export function formatSpan(from: number, to: number, lastStep: number): string {
  const first = from === 0 ? 'Start to step' : `Steps ${from} to`;
  return `${first} ${to} of ${lastStep}: those around the current step.`;
}

/** Shortens a credential for reading: its first and last four characters. */
export function shorten(value: string): string {
  return value.length <= 10 ? value : `${value.slice(0, 4)}…${value.slice(-4)}`;
}

/** Cuts a text after `length` characters and says so with an ellipsis. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

const LONG_LIST = 12;

/** Formats a value as JavaScript would be written: single quotes, bare keys. */
export function formatLiteral(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) {
    // A list that long is a number to the reader.
    if (value.length > LONG_LIST) return `[${value.length} entries]`;
    return `[${value.map(formatLiteral).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, v]) => `${key}: ${formatLiteral(v)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
