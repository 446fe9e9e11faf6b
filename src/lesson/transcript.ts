import type { Frame, Trace } from '../sim/trace.ts';
import { toStepTitle } from './cells.ts';
import {
  findRequest,
  findResponse,
  findToken,
  readSentCredential,
  readUsername,
  toRecords,
} from './facts.ts';
import { formatCount, formatDuration, formatTime } from './format.ts';
import { toNarration } from './narration.ts';
import { toPlainText } from './richText.ts';
import type { Span } from './span.ts';
import { isWalkSoFar } from './walkRun.ts';

/** One sentence of the transcript, and the step it tells. */
export interface TranscriptLine {
  readonly step: number;
  readonly text: string;
  /** The same in its parts, where the step is told by title and lane. */
  readonly parts?: { readonly title: string; readonly session: string; readonly token: string };
}

const LINES: Readonly<Record<number, (frame: Frame) => string>> = {
  1: ({ session, token }) =>
    `The user ${readUsername(session)} sends a login request; there is ${toRecords(session).length === 0 ? 'no session' : 'a session'} and ${findToken(token) ? 'a token' : 'no token yet'}.`,
  2: ({ session }) =>
    `The server verifies the credentials: they are ${session.outcome.allowed ? 'valid' : 'not valid'}.`,
  3: ({ session, token }) =>
    `Now the ways part. One server creates a session with the user ID ${session.outcome.proof?.userId} in its store; the other creates a JWT with ${token.outcome.proof?.userId} in its payload and stores nothing.`,
  4: ({ session, token }) =>
    `The first answers ${session.outcome.status} and sends the session ID in a cookie; the second answers ${token.outcome.status} and sends the token in the response body.`,
  5: ({ token }) =>
    `The browser stores the cookie automatically; the client’s code puts the token into ${findToken(token)?.place}.`,
  6: ({ session }) =>
    `For ${findRequest(session)?.target} the browser sends the cookie automatically, while the client sends the token in the Authorization header.`,
  7: ({ session, token }) =>
    `One server checks the session ID in its store and finds ${session.outcome.proof?.userId}; the other verifies the token’s signature and its expiry, ${formatTime(token.outcome.proof?.expiresAt ?? 0)}.`,
  8: ({ session, token }) =>
    `Both answer: ${session.outcome.status} for the session, ${token.outcome.status} for the token.`,
  9: ({ session, token }) =>
    `At logout one client sends ${findRequest(session)?.method} ${findRequest(session)?.target} and the server ${toRecords(session).length === 0 ? 'destroys' : 'keeps'} the session; the other just ${findToken(token) ? 'keeps' : 'deletes'} its token.`,
  10: ({ session, token }) =>
    `One store now holds ${formatCount(toRecords(session).length, 'record')}; the other server has nothing to clean up, and a copy of the token would be ${token.outcome.copy?.accepted ? `accepted for another ${formatDuration((token.outcome.copy.expiresAt ?? 0) - token.state.clock)}` : 'refused'}.`,
  11: ({ session, token }) =>
    `The next request carries ${readSentCredential(findRequest(session), 'session') ? 'a cookie' : 'no cookie'} and ${readSentCredential(findRequest(token), 'token') ? 'a token' : 'no token'}, and is answered ${findResponse(session)?.status} and ${findResponse(token)?.status}.`,
  12: ({ session, token }) =>
    `Here authentication ends: the session is ${toRecords(session).length === 0 ? 'destroyed' : 'still there'}, and the honest client’s token is ${findToken(token) ? 'still there' : 'deleted'}.`,
};

/** Any other run is read out in the sentences of its steps. */
function toLine(frame: Frame): TranscriptLine {
  const read = (strategy: 'session' | 'token') =>
    toPlainText(toNarration(frame.kind, frame[strategy], strategy, frame));
  const parts = { title: toStepTitle(frame), session: read('session'), token: read('token') };
  const text = `${parts.title}. Session: ${parts.session} Token: ${parts.token}`;
  return { step: frame.step, text, parts };
}

const ALL: Span = { from: 0, to: Number.POSITIVE_INFINITY };

/** Returns the read-through of a run in step order, or of a part of it; its values are the Trace's. */
export function toTranscript(trace: Trace, { from, to }: Span = ALL): readonly TranscriptLine[] {
  const frames = trace.frames.slice(Math.max(1, from), to + 1);
  if (!isWalkSoFar(trace)) return frames.map(toLine);
  return frames.flatMap((frame) => {
    const line = LINES[frame.step];
    return line ? [{ step: frame.step, text: line(frame) }] : [];
  });
}
