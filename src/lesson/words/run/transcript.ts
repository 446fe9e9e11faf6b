import { formatCount, formatDuration, formatTime } from '../../page/format.ts';
import { toPlainText } from '../../page/toPlainText.ts';
import { readTarget } from '../../read/check/wholeRequest.ts';
import { readKeptToken } from '../../read/held/heldAt.ts';

import { countRecords } from '../../read/kept.ts';
import { readAnswerStatus, readSentCredential } from '../../read/message/exchange.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { readCopy } from '../../read/outcome/copy.ts';
import type { TranscriptLine } from '../../telling.ts';
import { saySentence } from '../lane/sentence.ts';
import { sayPost } from '../steps/logout/session.ts';
import { getWords } from '../steps/steps.ts';

const hasToken = (moment: Moment) => readKeptToken(moment) !== null;

/** What the walk's steps say of what a copy of the token would get. */
function sayCopyLeft(moment: Moment): string {
  const worth = readCopy(moment);
  if (!worth?.accepted) return 'refused';
  return `accepted for another ${formatDuration(worth.left ?? 0)}`;
}

/** The walk, read through in one piece of prose: a sentence a step. */
const WALK_LINES: Readonly<Record<number, (step: Step) => string>> = {
  1: ({ session, token }) =>
    `The user ${session.settings.user.username} sends a login request; there is ${countRecords(session) === 0 ? 'no session' : 'a session'} and ${hasToken(token) ? 'a token' : 'no token yet'}.`,
  2: ({ session }) =>
    `The server verifies the credentials: they are ${session.lane.outcome.allowed ? 'valid' : 'not valid'}.`,
  3: ({ session, token }) =>
    `Now the ways part. One server creates a session with the user ID ${session.lane.outcome.proof?.userId} in its store; the other creates a JWT with ${token.lane.outcome.proof?.userId} in its payload and stores nothing.`,
  4: ({ session, token }) =>
    `The first answers ${session.lane.outcome.status} and sends the session ID in a cookie; the second answers ${token.lane.outcome.status} and sends the token in the response body.`,
  5: ({ token }) =>
    `The browser stores the cookie automatically; the client’s code puts the token into ${readKeptToken(token)?.place}.`,
  6: ({ session }) =>
    `For ${readTarget(session)} the browser sends the cookie automatically, while the client sends the token in the Authorization header.`,
  7: ({ session, token }) =>
    `One server checks the session ID in its store and finds ${session.lane.outcome.proof?.userId}; the other verifies the token’s signature and its expiry, ${formatTime(token.lane.outcome.proof?.expiresAt ?? 0)}.`,
  8: ({ session, token }) =>
    `Both answer: ${session.lane.outcome.status} for the session, ${token.lane.outcome.status} for the token.`,
  9: ({ session, token }) =>
    `At logout one client sends ${sayPost(session)} and the server ${countRecords(session) === 0 ? 'destroys' : 'keeps'} the session; the other just ${hasToken(token) ? 'keeps' : 'deletes'} its token.`,
  10: ({ session, token }) =>
    `One store now holds ${formatCount(countRecords(session), 'record')}; the other server has nothing to clean up, and a copy of the token would be ${sayCopyLeft(token)}.`,
  11: ({ session, token }) =>
    `The next request carries ${readSentCredential(session) ? 'a cookie' : 'no cookie'} and ${readSentCredential(token) ? 'a token' : 'no token'}, and is answered ${readAnswerStatus(session)} and ${readAnswerStatus(token)}.`,
  12: ({ session, token }) =>
    `Here authentication ends: the session is ${countRecords(session) === 0 ? 'destroyed' : 'still there'}, and the honest client’s token is ${hasToken(token) ? 'still there' : 'deleted'}.`,
};

/** Any other run is read out in the sentences of its steps. */
function sayStep(step: Step): TranscriptLine {
  const { title } = getWords(step.frame.kind, step.session.settings);
  const parts = {
    title: title(step),
    session: toPlainText(saySentence(step.session)),
    token: toPlainText(saySentence(step.token)),
  };
  return { text: `${parts.title}. Session: ${parts.session} Token: ${parts.token}`, parts };
}

/** Says a step's line of the read-through; the start has none. */
export function sayTranscriptLine(step: Step, isWalk: boolean): TranscriptLine | null {
  const { step: number } = step.frame;
  if (number === 0) return null;
  if (!isWalk) return sayStep(step);
  const line = WALK_LINES[number];
  return line ? { text: line(step), parts: null } : null;
}
