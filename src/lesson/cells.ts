import type { StepKind } from '../sim/action.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  toRecords,
} from './facts.ts';

/** One row of the execution table, without its number. */
export interface Cells {
  readonly action: string;
  readonly session: string;
  readonly token: string;
  readonly result: string;
}

type Word = string | ((lane: LaneFrame) => string);
interface Row {
  readonly action: string;
  readonly session: Word;
  readonly token: Word;
  readonly result: string | ((frame: Frame) => string);
}

const refused = ({ outcome }: LaneFrame) => outcome.type === 'denied' || outcome.idle !== null;
const sends = (lane: LaneFrame, strategy: 'session' | 'token') =>
  readSentCredential(findRequest(lane), strategy) !== null;

/** Words for a whole request in one row: `missing` names what was not sent. */
const toVerdict = (kept: string, missing: string) => (lane: LaneFrame) => {
  const { allowed, failure } = lane.outcome;
  if (allowed) return `${kept} accepted, access granted`;
  if (failure === 'cookieMissing' || failure === 'tokenMissing') return `${missing}, access denied`;
  return `${kept} refused, access denied`;
};

function compare(both: string, neither: string, mixed: string, test: (lane: LaneFrame) => boolean) {
  return ({ session, token }: Frame) => {
    if (test(session) !== test(token)) return mixed;
    return test(session) ? both : neither;
  };
}

const allowed = ({ outcome }: LaneFrame) => outcome.allowed === true;

const ROWS: Readonly<Record<StepKind, Row>> = {
  start: {
    action: 'Start',
    session: 'No session yet',
    token: 'No token yet',
    result: 'Nobody is logged in',
  },
  'login.request': {
    action: 'User sends login request',
    session: (lane) =>
      findCookie(lane) ? 'An older session cookie rides along' : 'No session yet',
    token: (lane) => (findToken(lane) ? 'An older token rides along' : 'No token yet'),
    result: 'Server receives credentials',
  },
  'login.verify': {
    action: 'Server verifies credentials',
    session: 'Credentials valid?',
    token: 'Credentials valid?',
    result: compare('Yes, proceed', 'No, refuse', 'The lanes part', allowed),
  },
  'login.create': {
    action: 'Create auth data',
    session: (lane) => (refused(lane) ? 'No session' : 'Create session on server with user ID'),
    token: (lane) => (refused(lane) ? 'No token' : 'Create JWT token with user ID payload'),
    result: compare('No auth data', 'Auth data ready', 'The lanes part', refused),
  },
  'login.respond': {
    action: 'Send auth data to client',
    session: (lane) =>
      readGivenCredential(findResponse(lane), 'session')
        ? 'Send session ID cookie'
        : 'Send no cookie',
    token: (lane) =>
      readGivenCredential(findResponse(lane), 'token')
        ? 'Send token in response body'
        : 'Send no token',
    result: compare(
      'Client receives a refusal',
      'Client receives auth data',
      'The lanes part',
      refused,
    ),
  },
  'login.store': {
    action: 'Client stores auth data',
    session: (lane) => (refused(lane) ? 'Nothing to store' : 'Browser stores cookie automatically'),
    token: (lane) =>
      refused(lane) ? 'Nothing to store' : 'Client stores token in memory or localStorage',
    result: compare('Nothing stored', 'Auth data stored', 'The lanes part', refused),
  },
  'request.send': {
    action: 'Client makes authenticated request',
    session: (lane) =>
      sends(lane, 'session') ? 'Browser sends cookie automatically' : 'No cookie to send',
    token: (lane) =>
      sends(lane, 'token') ? 'Client sends token in Authorization header' : 'No token to send',
    result: ({ session, token }) =>
      sends(session, 'session') && sends(token, 'token')
        ? 'Request sent with auth'
        : 'Request sent, auth missing',
  },
  'request.verify': {
    action: 'Server verifies auth',
    session: ({ outcome }) =>
      outcome.failure === 'cookieMissing'
        ? 'No session ID to check'
        : 'Check session ID in server store',
    token: ({ outcome }) =>
      outcome.failure === 'tokenMissing'
        ? 'No token to verify'
        : 'Verify token signature and expiry',
    result: 'Auth verified or rejected',
  },
  'request.respond': {
    action: 'Access granted or denied',
    session: 'Allow or deny based on session',
    token: 'Allow or deny based on token',
    result: 'Response sent',
  },
  'logout.request': {
    action: 'User logs out',
    session: 'Client requests logout',
    token: 'Client deletes token locally',
    result: ({ session }) =>
      toRecords(session).length === 0
        ? 'Session destroyed or token discarded'
        : 'Session kept, token discarded',
  },
  'logout.cleanup': {
    action: 'Server cleans up',
    session: ({ outcome }) =>
      outcome.idle === 'recordKept' ? 'Session stays on server' : 'Destroy session on server',
    token: 'No server cleanup needed',
    result: 'Logout complete',
  },
  'wait.pass': {
    action: 'Time passes',
    session: 'The record ages in the store',
    token: 'The token ages with the client',
    result: 'The clock moves on',
  },
  'end.rest': {
    action: 'End',
    session: (lane) =>
      toRecords(lane).length === 0 ? 'Session expired or destroyed' : 'Session still alive',
    token: (lane) => (findToken(lane) ? 'Token still with the client' : 'Token expired or deleted'),
    result: ({ session, token }) =>
      toRecords(session).length === 0 && !findToken(token)
        ? 'Authentication ends'
        : 'Authentication goes on',
  },
  'login.whole': {
    action: 'User logs in',
    session: (lane) =>
      allowed(lane) || !refused(lane) ? 'Session created, cookie set' : 'Login refused',
    token: (lane) =>
      allowed(lane) || !refused(lane) ? 'Token signed and handed out' : 'Login refused',
    result: compare('Not logged in', 'Logged in', 'The lanes part', refused),
  },
  'request.whole': {
    action: 'Next request',
    session: toVerdict('Session', 'No session cookie'),
    token: toVerdict('Token', 'No token sent'),
    result: compare('Still logged in', 'User must login again', 'The lanes part', allowed),
  },
  'logout.whole': {
    action: 'User logs out',
    session: 'Client requests logout',
    token: 'Client deletes token locally',
    result: 'Logout complete',
  },
};

const resolve = (word: Word, lane: LaneFrame) => (typeof word === 'string' ? word : word(lane));

/** Returns the words of a frame's row; each depends on what the engine found where it could differ. */
export function toCells(frame: Frame): Cells {
  const row = ROWS[frame.kind];
  return {
    action: row.action,
    session: resolve(row.session, frame.session),
    token: resolve(row.token, frame.token),
    result: typeof row.result === 'string' ? row.result : row.result(frame),
  };
}

/** Returns what a step is called in playback and announcements. */
export const toStepTitle = (frame: Frame) => ROWS[frame.kind].action;
