import { SERVER } from '../../../sim/actors.ts';
import { isFirstBrowser } from '../../told/actorIds.ts';
import { readClock } from '../clock.ts';
import { findCookie, readDiscarded } from '../held/held.ts';
import { listRecords, readRecordEnd, readTokenState } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import type { WaitingToken } from './waiting.ts';
import { readWaitingToken } from './waiting.ts';

/** What is left of a session at the end of a run. */
export interface SessionLeft {
  readonly records: number;
  readonly hasCookie: boolean;
  /** A record is left that is not the user's own live one; whether it opens anything is not known. */
  readonly isOrphan: boolean;
  /** No store has had a record in the whole run. */
  readonly never: boolean;
}

/** Tells whether only the first client and the one server have acted, as in the walk. */
export const isUndisturbed = ({ lane: { state } }: Moment): boolean =>
  Object.keys(state.clients).every(isFirstBrowser) &&
  Object.keys(state.servers).every((id) => id === SERVER) &&
  !state.users &&
  !state.draws.secret;

const listUntil = ({ frames, step }: Moment) => frames.slice(0, step + 1);

/** Reads what is left of the session at the end. */
export function readSessionLeft(moment: Moment): SessionLeft {
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

/** Tells whether a login has let anybody in up to a step, in either lane. */
export const wasAnybodyIn = (moment: Moment): boolean =>
  listUntil(moment).some(
    ({ action, session, token }) =>
      action?.type === 'login' && (session.outcome.proof ?? token.outcome.proof) !== null,
  );

/** What is left of a token at the end of a run. */
export interface TokenLeft {
  readonly held: WaitingToken | null;
  /** No client ever held one, as far as is known. */
  readonly never: boolean;
  readonly denied: number | null;
  readonly refresh: number | null;
  /** A server keeps something about tokens. */
  readonly keepsState: boolean;
}

/** Reads what is left of the token at the end. */
export function readTokenLeft(moment: Moment): TokenLeft {
  const { state } = moment.lane;
  const { denied, refresh } = readTokenState(moment);
  const held = readWaitingToken(moment);
  return {
    held,
    never: held === null && readDiscarded(state) === null,
    ...{ denied, refresh },
    keepsState: [denied ?? 0, refresh ?? 0].some((count) => count > 0),
  };
}
