import { SERVER } from '../../../sim/actors.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { State } from '../../../sim/state.ts';
import type { TokenTime } from '../check/tokenTime.ts';
import { readTokenTime } from '../check/tokenTime.ts';
import { readClock } from '../clock.ts';
import { decodeToken } from '../decodeToken.ts';
import { findCookie, findToken, readDiscarded } from '../held/held.ts';
import type { Records } from '../kept.ts';
import { listRecords, readRecordEnd } from '../kept.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { readServerEnd } from '../server/serverEnd.ts';
import { toSid } from '../sid.ts';

/** The record that a wait is told of: the user's own or the only one, else the newest. */
export interface WaitingRecord {
  readonly which: 'theOne' | 'newest';
  /** By the clock of the server that lets it in longest, of those that have it in their store. */
  readonly end: ServerEnd;
}

/** What a wait did to the session. */
export interface WaitingSession {
  readonly cookie: StoredCookie | null;
  /** The browser dropped its cookie in this step, because its date had passed. */
  readonly lapsed: boolean;
  readonly record: WaitingRecord | null;
}

const readAsNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Reads when a record ends, at the server whose clock is the slowest of those that have it. */
function readRecordTime(state: State, [sid, record]: Records[number]): ServerEnd {
  const expiresAt = readRecordEnd(record);
  const ends = Object.entries(state.servers)
    .filter(([, { store }]) => listRecords(state, store).some(([id]) => id === sid))
    .map(([server]) => readServerEnd(state, expiresAt, server))
    .sort((a, b) => (b.left ?? 0) - (a.left ?? 0));
  return ends[0] ?? readServerEnd(state, expiresAt);
}

/** Reads what a wait did to cookie and record. */
export function readWaitingSession({ lane: { state, outcome } }: Moment): WaitingSession {
  const records = listRecords(state);
  const cookie = findCookie(state) ?? null;
  const known = cookie?.value ?? readDiscarded(state);
  const own = records.find(([sid]) => known && sid === toSid(known));
  const shown = own ?? records.at(-1);
  return {
    cookie,
    lapsed: outcome.lapsed ?? false,
    record: shown
      ? {
          which: own || records.length === 1 ? 'theOne' : 'newest',
          end: readRecordTime(state, shown),
        }
      : null,
  };
}

/** A token that ages with its client. */
export interface WaitingToken {
  readonly issuedAt: number | null;
  /** By the first server's clock. */
  readonly end: TokenTime;
  /** Its nbf, where that is still to come by the first server's clock. */
  readonly validFrom: number | null;
}

/** Reads what a wait did to the client's token; `null` where it holds none. */
export function readWaitingToken(moment: Moment): WaitingToken | null {
  const token = findToken(moment.lane.state);
  if (!token) return null;
  const { payload } = decodeToken(token.value);
  const nbf = readAsNumber(payload?.nbf);
  const validFrom = nbf !== null && nbf > readClock(moment.lane.state, SERVER) ? nbf : null;
  const end = readTokenTime(moment, token.value);
  return { issuedAt: readAsNumber(payload?.iat), end, validFrom };
}
