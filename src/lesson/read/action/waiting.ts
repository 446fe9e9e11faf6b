import { SERVER } from '../../../sim/actors.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { State } from '../../../sim/state.ts';
import type { TokenTime } from '../check/tokenTime.ts';
import { readTokenTime } from '../check/tokenTime.ts';
import { readClock } from '../clock.ts';
import { decodeToken } from '../decodeToken.ts';
import { findCookie, findToken, findTokenCookie, readDiscarded } from '../held/held.ts';
import type { Records } from '../kept.ts';
import { listRecords, readRecordEnd } from '../kept.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { isOver, readServerEnd } from '../server/serverEnd.ts';
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
  /** By the clock of another server, where its time is not over and by the first one's it is; `null`: there is none. */
  readonly elsewhere: TokenTime | null;
  /** Its nbf, where that is still to come by the first server's clock. */
  readonly validFrom: number | null;
}

/** Tells whether a token's time is over, the leeway with it. */
const isSpent = (end: TokenTime): boolean => isOver(end) && end.grace === 0;

/** Reads until when a token holds at a server by whose clock it does, where it is over at the first one. */
function readElsewhere(moment: Moment, token: string, end: TokenTime): TokenTime | null {
  if (!isSpent(end)) return null;
  const others = Object.keys(moment.lane.state.servers).filter((id) => id !== SERVER);
  return others.map((id) => readTokenTime(moment, token, id)).find((one) => !isSpent(one)) ?? null;
}

/** Tells whether the browser has dropped a token's cookie in this step, because its date had passed. */
export const hasTokenLapsed = ({ lane, before }: Moment): boolean =>
  before !== null && findTokenCookie(before.state) !== undefined && !findToken(lane.state);

/** Reads what a wait did to the client's token; `null` where it holds none. */
export function readWaitingToken(moment: Moment): WaitingToken | null {
  const token = findToken(moment.lane.state);
  if (!token) return null;
  const { payload } = decodeToken(token.value);
  const nbf = readAsNumber(payload?.nbf);
  const validFrom = nbf !== null && nbf > readClock(moment.lane.state, SERVER) ? nbf : null;
  const end = readTokenTime(moment, token.value);
  const elsewhere = readElsewhere(moment, token.value, end);
  return { issuedAt: readAsNumber(payload?.iat), end, elsewhere, validFrom };
}
