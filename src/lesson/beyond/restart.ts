import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import type { Cells } from '../cells.ts';
import { toRecords } from '../facts.ts';
import { formatCount, formatTime } from '../format.ts';
import type { Sentence } from '../narration.ts';
import type { RichText } from '../richText.ts';
import { say } from '../richText.ts';
import { capitalize } from './amendment.ts';
import { sayCopyOf } from './copy.ts';
import { countDenied, drawsSecret, findServer, toServerWords } from './parties.ts';

const findRestarted = (frame: Frame | undefined): string =>
  (frame?.action?.type === 'restart' && frame.action.server) || 'server';

/** What became of the session records. */
function sayRecords(lane: LaneFrame, id: string): RichText {
  const count = toRecords(lane, findServer(lane, id)?.store).length;
  const others = toRecords(lane).length - count;
  const elsewhere =
    others > 0 ? ` The other server’s store still has ${formatCount(others, 'record')}.` : '';
  if (lane.outcome.lost)
    return [
      `Its MemoryStore was a variable of the process and is gone: the new one has no records.${elsewhere}`,
    ];
  if (count > 0)
    return say`The store still has ${formatCount(count, 'record')}: it is not part of the process that ended.`;
  return [`Its store had no records, so nothing is lost.${elsewhere}`];
}

/** What became of the state that some designs bring back to tokens. */
function sayTokenState(lane: LaneFrame): string {
  if (!lane.outcome.lost)
    return 'A token needs nothing of the process but the secret to verify with.';
  return countDenied(lane) === null
    ? 'Its refresh tokens were a variable of the process and are gone: none can be traded in any more. The access tokens need nothing of it but the secret.'
    : 'Its deny-list was a variable of the process and is gone: what was revoked is accepted again until its exp.';
}

/** Returns the cells of a restart: what is lost, what survives, what had nothing to lose. */
export function toRestartCells(frame: Frame): Pick<Cells, 'session' | 'token'> {
  const { session, token } = frame;
  if (drawsSecret(session))
    return {
      session: 'New secret, old cookies are void',
      token: 'New secret, old tokens are void',
    };
  const store = findServer(session, findRestarted(frame))?.store;
  const kept = toRecords(session, store).length > 0 ? 'Store survives' : 'Store was empty';
  const list = countDenied(token) === null ? 'Refresh tokens are lost' : 'Deny-list is lost';
  return {
    session: session.outcome.lost ? 'Records are lost' : kept,
    token: token.outcome.lost ? list : 'Server had nothing to lose',
  };
}

/** Tells of a restart: what the process took with it, and what was never part of it. */
export const sayRestart =
  (strategy: Strategy): Sentence =>
  (lane, frame) => {
    const id = findRestarted(frame);
    const kept = strategy === 'session' ? sayRecords(lane, id) : [sayTokenState(lane)];
    const what = strategy === 'session' ? 'cookie' : 'token';
    return [
      `${capitalize(toServerWords(id))}’s process ended and starts anew at `,
      { code: formatTime(lane.state.clock) },
      '. ',
      ...(drawsSecret(lane)
        ? [
            `It draws a new secret as it starts, and the old one is gone: no ${what} signed before verifies any more.`,
          ]
        : kept),
      ...sayCopyOf(strategy, lane),
    ];
  };
