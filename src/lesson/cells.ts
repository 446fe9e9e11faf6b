import type { Frame, LaneFrame } from '../sim/trace.ts';
import type { WalkKind } from './book.ts';
import { amend, findWords } from './book.ts';
import type { Row, Word } from './cellRow.ts';
import {
  allowed,
  compare,
  getsIn,
  gotOn,
  losesCookie,
  refused,
  sends,
  toVerdict,
} from './cellRow.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  setsTokenCookie,
  toRecords,
  toStoreCalls,
} from './facts.ts';
import { COOKIE_REFUSED_CELL } from './idleWalk.ts';

/** One row of the execution table, without its number. */
export interface Cells {
  readonly action: string;
  readonly session: string;
  readonly token: string;
  readonly result: string;
}

const toIdleCell = (lane: LaneFrame, otherwise: string) =>
  losesCookie(lane) ? COOKIE_REFUSED_CELL : otherwise;

const toHandedOut = (lane: LaneFrame) =>
  setsTokenCookie(findResponse(lane)) ? 'Send token in a cookie' : 'Send token in response body';

const toSent = (lane: LaneFrame) =>
  findToken(lane)?.place === 'cookie'
    ? 'Browser sends the token’s cookie'
    : 'Client sends token in Authorization header';

const toTokenLogout = (lane: LaneFrame) =>
  findRequest(lane) ? 'Client requests logout and drops token' : 'Client deletes token locally';

const toStored = (lane: LaneFrame) =>
  findToken(lane)?.place === 'cookie'
    ? 'Browser stores the token’s cookie'
    : 'Client stores token in memory or localStorage';

const callsDestroy = (lane: LaneFrame) =>
  toStoreCalls(lane).some(({ method }) => method === 'destroy');

const CREDENTIALS = { session: 'cookie', token: 'token' } as const;

const ROWS: Readonly<Record<WalkKind, Row>> = {
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
    token: (lane) =>
      findToken(lane)
        ? `An older token ${sends(lane, 'token') ? 'rides along' : 'is not sent'}`
        : 'No token yet',
    result: 'Server receives credentials',
  },
  'login.verify': {
    action: 'Server verifies credentials',
    session: 'Credentials valid?',
    token: 'Credentials valid?',
    result: compare('Yes, proceed', 'No, refuse', getsIn, allowed),
  },
  'login.create': {
    action: 'Create auth data',
    session: (lane) => (refused(lane) ? 'No session' : 'Create session on server with user ID'),
    token: (lane) => (refused(lane) ? 'No token' : 'Create JWT token with user ID payload'),
    result: compare('Auth data ready', 'No auth data', (made) => `Only the ${made} is made`, gotOn),
  },
  'login.respond': {
    action: 'Send auth data to client',
    session: (lane) =>
      readGivenCredential(findResponse(lane), 'session')
        ? 'Send session ID cookie'
        : 'Send no cookie',
    token: (lane) =>
      readGivenCredential(findResponse(lane), 'token') ? toHandedOut(lane) : 'Send no token',
    result: compare(
      'Client receives auth data',
      'Client receives a refusal',
      (given) => `Client receives only the ${CREDENTIALS[given]}`,
      gotOn,
    ),
  },
  'login.store': {
    action: 'Client stores auth data',
    session: (lane) =>
      refused(lane) ? toIdleCell(lane, 'Nothing to store') : 'Browser stores cookie automatically',
    token: (lane) => (refused(lane) ? toIdleCell(lane, 'Nothing to store') : toStored(lane)),
    result: compare(
      'Auth data stored',
      'Nothing stored',
      (kept) => `Only the ${CREDENTIALS[kept]} is stored`,
      gotOn,
    ),
  },
  'request.send': {
    action: 'Client makes authenticated request',
    session: (lane) =>
      sends(lane, 'session') ? 'Browser sends cookie automatically' : 'No cookie to send',
    token: (lane) => (sends(lane, 'token') ? toSent(lane) : 'No token to send'),
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
    token: toTokenLogout,
    result: ({ session }) =>
      toRecords(session).length === 0 || callsDestroy(session)
        ? 'Session destroyed or token discarded'
        : 'Session kept, token discarded',
  },
  'logout.cleanup': {
    action: 'Server cleans up',
    session: ({ outcome }) =>
      outcome.idle === 'recordKept' ? 'Session stays on server' : 'Destroy session on server',
    token: ({ outcome }) =>
      outcome.idle === 'cleanedAtLogout' ? 'Cleaned up at logout' : 'No server cleanup needed',
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
      allowed(lane) || !refused(lane)
        ? 'Session created, cookie set'
        : toIdleCell(lane, 'Login refused'),
    token: (lane) =>
      allowed(lane) || !refused(lane)
        ? 'Token signed and handed out'
        : toIdleCell(lane, 'Login refused'),
    result: compare(
      'Logged in',
      'Not logged in',
      (passing) => `Logged in by ${passing} only`,
      gotOn,
    ),
  },
  'request.whole': {
    action: 'Next request',
    session: toVerdict('Session', 'No session cookie'),
    token: toVerdict('Token', 'No token sent'),
    result: compare('Still logged in', 'User must login again', getsIn, allowed),
  },
  'logout.whole': {
    action: 'User logs out',
    session: 'Client requests logout',
    token: toTokenLogout,
    result: 'Logout complete',
  },
};

const resolve = (word: Word, lane: LaneFrame) => (typeof word === 'string' ? word : word(lane));

/** Returns the words of a frame's row; each depends on what the engine found where it could differ. */
export function toCells(frame: Frame): Cells {
  const row = findWords('rows', ROWS, frame.kind);
  return {
    action: row.action,
    session: resolve(row.session, frame.session),
    token: resolve(row.token, frame.token),
    result: typeof row.result === 'string' ? row.result : row.result(frame),
    ...amend()?.cells(frame),
  };
}

/** Returns what a step is called in playback and announcements. */
export const toStepTitle = (frame: Frame) =>
  amend()?.cells(frame)?.action ?? findWords('rows', ROWS, frame.kind).action;
