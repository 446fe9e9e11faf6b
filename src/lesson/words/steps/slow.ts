import { shorten } from '../../page/format.ts';
import type { SlowEnd } from '../../read/action/slow.ts';
import { readSlowEnd } from '../../read/action/slow.ts';
import { decodesTokens } from '../../read/check/decoded.ts';
import { readWriteBack } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { readOwnEnd } from '../../read/server/serverEnd.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy } from '../credential/copy.ts';
import { sayStatusLine } from '../lane/status.ts';
import { nameParts, namePartsFirst, nameServerFirst, sayAt } from '../names.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import { sayRefusedOr } from '../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../refusal/verdictDetail.ts';
import { sayByClock, sayEndTime } from '../time/serverEnd.ts';
import { sayDenied } from './request/denied.ts';
import type { StepWords } from './stepWords.ts';
import { sayTitle } from './title.ts';

/* ------------------------------------------------------------------------------- the begin */

/** Says that a slow request came, before what a server makes of it. */
export const sayAsked = (moment: Moment): RichText =>
  say`${{ plain: namePartsFirst(moment.browser).client }} asks for ${'/report'}${{ plain: sayAt(moment) }}, which takes long.`;

function sayBegun(moment: Moment): RichText {
  const { lane, strategy } = moment;
  const { proof } = lane.outcome;
  const start = sayAsked(moment);
  if (!proof) return joinSentences(start, sayDenied(moment));
  if (decodesTokens(moment))
    return joinSentences(
      start,
      say`The token says ${proof.userId} and is believed unchecked, so the work begins; nobody looks at it again.`,
    );
  if (strategy === 'token')
    return joinSentences(
      start,
      say`The token of ${proof.userId} holds, so the work begins; nobody looks at it again.`,
    );
  return joinSentences(
    start,
    say`${{ plain: nameServerFirst(moment) }} reads the record of ${shorten(proof.credential)} out of the store. It begins to work for ${proof.userId}, with its own copy of the session. There is no answer yet.`,
  );
}

const sayBegunCell = sayRefusedOr('Let in, no answer yet');

const sayLetIn = (moment: Moment) => {
  const { proof } = moment.lane.outcome;
  return proof ? `as user ${proof.userId}` : sayVerdictDetail(moment);
};

const start: StepWords = {
  title: (step) =>
    sayTitle(step, { user: 'A slow request begins', attacker: 'Attacker begins a slow request' }),
  session: { cell: sayBegunCell, detail: sayLetIn, sentence: sayBegun },
  token: { cell: sayBegunCell, detail: sayLetIn, sentence: sayBegun },
  result: ({ session, token }) =>
    [session, token].some(({ lane }) => lane.outcome.allowed) ? 'Work under way' : 'Nobody let in',
  done: 'Under way',
};

/* --------------------------------------------------------------------------------- the end */

/** What the end did to the record. */
function sayRecordEnd(moment: Moment, { record }: SlowEnd): RichText {
  const end = readOwnEnd(moment, moment.lane.outcome.proof?.expiresAt ?? null);
  switch (record) {
    case 'revived':
      return say`${'set()'} writes the request’s copy of the session back, and the record that was gone is there again.`;
    case 'written':
      return say`${'set()'} writes the request’s copy of the session back.`;
    case 'gone':
      return say`${'touch()'} moves the end of a record that is there: there is none any more, and none is made.`;
    case 'moved':
      return end.expiresAt === null
        ? say`${'touch()'} is called; the record has no end to move.`
        : say`${'touch()'} sets the record’s end to ${sayEndTime(end)}${{ plain: sayByClock(end) }}.`;
  }
}

/** What the answer did to the browser's cookie. */
function sayCookieEnd({ browser }: Moment, { record, cookie }: SlowEnd): string {
  const { browser: name } = nameParts(browser);
  switch (cookie) {
    case 'none':
      return 'The answer sets no cookie.';
    case 'same':
      return 'The answer sets the same cookie again.';
    case 'refused':
      return `The answer sets the cookie, and ${name} refuses it.`;
    case 'replaced':
      return `The answer sets the cookie, in place of another session’s that ${name} has now.`;
    case 'back':
      return record === 'gone'
        ? `The answer sets the cookie of the session that is gone, and ${name} keeps it.`
        : `The answer sets the cookie, too: ${name} is logged in again, by nobody.`;
  }
}

function sayEndedSession(moment: Moment): RichText {
  const end = readSlowEnd(moment);
  const answered = say`The report is ready: ${sayStatusLine(moment)}.`;
  if (!end) return answered;
  return joinSentences(
    answered,
    sayRecordEnd(moment, end),
    sayCookieEnd(moment, end),
    sayCopy(moment),
  );
}

const sayEndedToken = (moment: Moment): RichText =>
  joinSentences(
    say`The report is ready: ${sayStatusLine(moment)}. The server writes nothing; what happened to the token meanwhile plays no part.`,
    sayCopy(moment),
  );

const ENDS: Readonly<Record<SlowEnd['record'], string>> = {
  revived: 'Answer, and the record is back',
  written: 'Answer, and the session is written',
  moved: 'Answer, and the record’s end moves',
  gone: 'Answer; the record stays gone',
};

const sayCall = (moment: Moment) => {
  const call = readWriteBack(moment);
  return call ? `${moment.lane.outcome.status}, ${call.verb}(${shorten(call.sid)})` : null;
};

const finish: StepWords = {
  title: (step) =>
    sayTitle(step, { user: 'The slow request ends', attacker: 'Attacker’s slow request ends' }),
  session: {
    cell: orIdleCell((moment) => {
      const end = readSlowEnd(moment);
      return end ? ENDS[end.record] : 'Answer';
    }),
    detail: sayCall,
    sentence: orIdle(sayEndedSession),
  },
  token: {
    cell: orIdleCell(() => 'Answer, and nothing is written'),
    detail: (moment) => (moment.lane.outcome.idle === null ? sayVerdictDetail(moment) : null),
    sentence: orIdle(sayEndedToken),
  },
  result: ({ session }) => {
    const end = session.lane.outcome.idle === null ? readSlowEnd(session) : null;
    if (end?.cookie === 'back' && end.record === 'revived') return 'Logged in again, by nobody';
    return end?.record === 'revived' ? 'The session is back' : 'Response sent';
  },
  done: 'Done',
};

/** The words of a request that takes long: its begin, and its end. */
export const SLOW = { 'slow.start': start, 'slow.finish': finish };
