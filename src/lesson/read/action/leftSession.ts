import type { State } from '../../../sim/state.ts';
import { readBrowser } from '../actor.ts';
import { listSessionCookies, readDiscarded } from '../held/held.ts';
import { listRecords, readRecordEnd } from '../kept.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { isOver, readServerEnd } from '../server/serverEnd.ts';
import { toSid } from '../sid.ts';
import { findStoreCall } from '../traffic.ts';

/** A session that somebody is logged in to, and that goes on after the logout which was meant for it. */
export interface LeftSession {
  readonly sid: string;
  /** When its record ends, by the clock of the server that takes it. */
  readonly end: ServerEnd;
  /** The browser has just dropped its cookie: a copy of that has been tried. */
  readonly isDropped: boolean;
}

/** Reads the ID of the session that the last login in the browser of a step was for, whatever the browser did with its cookie. */
function readLoggedIn({ frames, step, browser }: Moment): string | null {
  for (let at = step - 1; at > 0; at--) {
    const frame = frames[at];
    if (frame?.action?.type !== 'login' || readBrowser(frame.action) !== browser) continue;
    const { session } = frame;
    const sid = (findStoreCall(session, 'set') ?? findStoreCall(session, 'touch'))?.target;
    // A refused login writes a session too, that is nobody's.
    const record = listRecords(session.state).find(([id]) => id === sid)?.[1];
    if (sid !== undefined && record?.userId !== undefined) return sid;
  }
  return null;
}

/** Finds when the record under a session ID ends for the first server that still takes it; `null`: none does. */
function findEnd(state: State, sid: string): ServerEnd | null {
  for (const [id, { store }] of Object.entries(state.servers)) {
    const record = listRecords(state, store).find(([one]) => one === sid)?.[1];
    if (record?.userId === undefined) continue;
    const end = readServerEnd(state, readRecordEnd(record), id);
    if (!isOver(end)) return end;
  }
  return null;
}

/**
 * Reads the session that a logout was meant to end and did not: the one of the last login in the
 * browser, or of a cookie that it had; `null` where none goes on, or the step is no logout.
 */
export function readLeftSession(moment: Moment): LeftSession | null {
  const { strategy, action, lane, frames, step, earlier, browser } = moment;
  if (strategy !== 'session' || action?.type !== 'logout') return null;
  const begin = frames[step - earlier.length - 1]?.session.state;
  const held = begin ? listSessionCookies(begin, browser).map(({ value }) => toSid(value)) : [];
  const dropped = readDiscarded(lane.state, browser);
  for (const sid of new Set([readLoggedIn(moment), ...held])) {
    const end = sid === null ? null : findEnd(lane.state, sid);
    if (sid !== null && end)
      return { sid, end, isDropped: dropped !== null && toSid(dropped) === sid };
  }
  return null;
}
