import type { Moment } from '../moment.ts';
import { findStoreCall } from '../traffic.ts';

/** What became of the session that a logout's cookie opened; `none`: it opened none. */
export type EndedSession = 'destroyed' | 'kept' | 'none';

/** Reads what became of the session that a logout is about, also after the answer. */
export function readEndedSession({ lane, earlier }: Moment): EndedSession {
  const lanes = [...earlier, lane];
  const given = lanes.flatMap((one) => findStoreCall(one, 'get') ?? []).at(0);
  if (!given || given.body === null) return 'none';
  return lanes.some((one) => findStoreCall(one, 'destroy')) ? 'destroyed' : 'kept';
}
