import type { SessionRecord } from '../../../src/sim/state.ts';

type Records = readonly (readonly [string, SessionRecord])[];

/** Returns a record with another `expires`, in NumericDate seconds; one without an end has none. */
export function withEnd(record: SessionRecord, end: number | undefined): SessionRecord {
  if (record.cookie.expires === null) return record;
  const expires = end === undefined ? null : new Date(end * 1000).toISOString();
  return { ...record, cookie: { ...record.cookie, expires } };
}

/**
 * Returns what Redis keeps of the engine's records: none longer than to its end, which is by its
 * own clock. `aheads` tells how far ahead of that the clock was by which a record got its end.
 */
export function toRedisRecords(
  records: Records,
  clock: number,
  aheads: ReadonlyMap<string, number>,
): Records {
  return records
    .map(([sid, record]) => {
      const end = Date.parse(record.cookie.expires ?? '') / 1000 - (aheads.get(sid) ?? 0);
      return { end, kept: [sid, withEnd(record, end)] as const };
    })
    .filter(({ end }) => Number.isNaN(end) || end > clock)
    .map(({ kept }) => kept);
}
