import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';

/** The two ends of a session, NumericDate seconds; `null`: it has no such end. */
export interface SessionEnds {
  /** The record's, which use moves. */
  readonly sliding: number | null;
  /** The one that nothing moves. */
  readonly absolute: number | null;
}

/** Reads when the session ends that let a request in: when nobody uses it, and in any case. */
export function readSessionEnds({ lane: { state, outcome } }: Moment): SessionEnds {
  const sid = outcome.proof?.credential;
  const record = listRecords(state).find(([id]) => id === sid)?.[1];
  if (!record) return { sliding: null, absolute: null };
  const { expires } = record.cookie;
  return {
    sliding: expires === null ? null : Date.parse(expires) / 1000,
    absolute: record.endsAt ?? null,
  };
}

/** Tells whether a server ended a session because it had come to its absolute end. */
export const isTooOld = ({ lane: { outcome } }: Moment): boolean =>
  outcome.failure === 'sessionTooOld';
