import { CLIENT, SERVER } from '../../sim/actors.ts';
import type { StoredCookie } from '../../sim/client/jar.ts';
import type { State } from '../../sim/state.ts';
import { readClock } from './clock.ts';
import { decodeToken } from './decodeToken.ts';
import { findCookie, findToken, readDiscarded } from './held.ts';
import type { Records } from './kept.ts';
import { listRecords, readRecordEnd, readTokenState } from './kept.ts';
import type { Moment } from './moment.ts';
import type { ServerEnd } from './serverEnd.ts';
import { isOver, readServerEnd } from './serverEnd.ts';
import { toSid } from './sid.ts';
import type { TokenTime } from './tokenTime.ts';
import { readTokenTime } from './tokenTime.ts';

/** The record that a wait is told of: the user's own, else the newest. */
export interface WaitingRecord {
  readonly which: 'record' | 'newest record';
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
          which: own || records.length === 1 ? 'record' : 'newest record',
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

/** What is left of a session at the end of a run. */
export interface SessionEnd {
  readonly records: number;
  readonly hasCookie: boolean;
  /** A record is left that is not simply the user's live one: nobody has tried whether it opens anything. */
  readonly isOrphan: boolean;
  /** No store has had a record in the whole run. */
  readonly never: boolean;
}

/** Whether nothing but the first client's and the one server's own doings has happened, as in the walk. */
export const isUndisturbed = ({ lane: { state } }: Moment): boolean =>
  Object.keys(state.clients).every((id) => id === CLIENT) &&
  Object.keys(state.servers).every((id) => id === SERVER) &&
  !state.users &&
  !state.draws.secret;

/** Reads what is left of the session at the end. */
export function readSessionEnd(moment: Moment): SessionEnd {
  const { state } = moment.lane;
  const records = listRecords(state);
  const cookie = findCookie(state);
  const sid = cookie && toSid(cookie.value);
  const isLive = (end: number | null) => end === null || end > readClock(state);
  const owns = records.some(
    ([id, record]) => id === sid && record.userId !== undefined && isLive(readRecordEnd(record)),
  );
  return {
    records: records.length,
    hasCookie: cookie !== undefined,
    // Whether its signature would still fit, nobody has tried after a restart or a new secret.
    isOrphan: records.length > 0 && !(isUndisturbed(moment) && owns),
    never: listUntil(moment).every(({ session }) => listRecords(session.state).length === 0),
  };
}

const listUntil = ({ frames, step }: Moment) => frames.slice(0, step + 1);

/** Tells whether a login has let anybody in up to a step, in either lane. */
export const wasAnybodyIn = (moment: Moment): boolean =>
  listUntil(moment).some(
    ({ action, session, token }) =>
      action?.type === 'login' && (session.outcome.proof ?? token.outcome.proof) !== null,
  );

/** What is left of a token at the end of a run. */
export interface TokenEnd {
  readonly held: WaitingToken | null;
  /** No client ever held one, as far as is known. */
  readonly never: boolean;
  readonly denied: number | null;
  readonly refresh: number | null;
  /** A server keeps something about tokens. */
  readonly keepsState: boolean;
}

/** Reads what is left of the token at the end. */
export function readTokenEnd(moment: Moment): TokenEnd {
  const { state } = moment.lane;
  const { denied, refresh } = readTokenState(state);
  const held = readWaitingToken(moment);
  return {
    held,
    never: held === null && readDiscarded(state) === null,
    ...{ denied, refresh },
    keepsState: [denied ?? 0, refresh ?? 0].some((count) => count > 0),
  };
}
