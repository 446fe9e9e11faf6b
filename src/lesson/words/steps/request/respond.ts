import { isAllowed, isWithinLeeway } from '../../../read/check/check.ts';
import { readDecodedToken } from '../../../read/check/decoded.ts';
import { setsCookie } from '../../../read/message/exchange.ts';
import type { Moment, Step } from '../../../read/moment.ts';
import { readOwnEnd } from '../../../read/server/serverEnd.ts';
import { readSessionEnds } from '../../../read/server/sessionEnds.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayDecodedAnswer } from '../../credential/decoded.ts';
import { sayReplaced, sayReplacedInShort } from '../../credential/replaced.ts';
import { sayStatusLine } from '../../lane/status.ts';
import { nameParts, sayFrom } from '../../names.ts';
import { sayVerdictCell } from '../../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { sayByClock, sayEndTime } from '../../time/serverEnd.ts';
import { compare, sayOnlyIn } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { sayDenied } from './denied.ts';

/** Says when a session ends in any case, after another sentence; nothing where it has no such end. */
export function sayAbsoluteEnd(moment: Moment): RichText {
  const { absolute } = readSessionEnds(moment);
  const end = readOwnEnd(moment, absolute);
  return absolute === null
    ? []
    : say`It ends at ${sayEndTime(end)}${{ plain: sayByClock(end) }}, whatever the use.`;
}

function sayAnsweredCookie(moment: Moment): RichText {
  const { outcome } = moment.lane;
  const { proof } = outcome;
  if (!proof) return sayDenied(moment);
  const answer = say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} for ${proof.userId}.`;
  const sent = setsCookie(moment);
  const cookie = sent ? 'The response sets the cookie again.' : 'The response sets no cookie.';
  const { sliding } = readSessionEnds(moment);
  const limit = sayAbsoluteEnd(moment);
  if (sliding === null)
    return joinSentences(
      answer,
      `${cookie} Neither the record nor the cookie has a date to move.`,
      limit,
    );
  const { browser } = nameParts(moment.browser);
  const copy = sent ? `and ${browser}’s copy with it.` : `and nothing moves ${browser}’s own date.`;
  const end = readOwnEnd(moment, sliding);
  return joinSentences(
    answer,
    say`${{ plain: cookie }} ${'touch()'} sets the record’s end to ${sayEndTime(end)}${{ plain: sayByClock(end) }}, ${{ plain: copy }}`,
    limit,
  );
}

function sayAnsweredToken(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  if (!proof) return sayDenied(moment);
  const { userId, expiresAt } = proof;
  const end = readOwnEnd(moment, expiresAt);
  const clock = { plain: sayByClock(end) };
  const start = say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} for ${userId}, on the word of the token alone.`;
  const decoded = readDecodedToken(moment);
  if (decoded) return joinSentences(start, sayDecodedAnswer(decoded));
  return isWithinLeeway(moment)
    ? joinSentences(
        start,
        say`Its exp, ${sayEndTime(end)}${clock}, has passed; only the server’s leeway still lets it in.`,
      )
    : joinSentences(
        start,
        say`Using it does not prolong it: its exp stays ${expiresAt === null ? 'none' : sayEndTime(end)}${expiresAt === null ? '' : clock}.`,
      );
}

/** Says the decision in a cell where the lanes differ or it is not the user's; else what is decided by. */
export const sayAnswerCell = (moment: Moment, step: Step, general: string) =>
  isAllowed(step.session) !== isAllowed(step.token) || isAttackers(step)
    ? sayVerdictCell(moment) + sayReplacedInShort(moment)
    : general + sayReplacedInShort(moment);

export const isAttackers = ({ session }: Step) => session.actor.who === 'attacker';

export const sayAttackersResult = (step: Step) =>
  compare(step, isAllowed, {
    both: 'Attacker gets in',
    neither: 'Attacker is kept out',
    only: (passing) => `Attacker gets in by ${passing} only`,
  });

/** The answer. */
export const REQUEST_RESPOND: StepWords = {
  title: () => 'Access granted or denied',
  session: {
    cell: (moment, step) => sayAnswerCell(moment, step, 'Allow or deny based on session'),
    detail: sayVerdictDetail,
    sentence: (moment) => joinSentences(sayAnsweredCookie(moment), sayReplaced(moment)),
  },
  token: {
    cell: (moment, step) => sayAnswerCell(moment, step, 'Allow or deny based on token'),
    detail: sayVerdictDetail,
    sentence: sayAnsweredToken,
  },
  result: (step) =>
    isAttackers(step)
      ? sayAttackersResult(step)
      : compare(step, isAllowed, {
          both: 'Response sent',
          neither: 'Response sent',
          only: sayOnlyIn,
        }),
  done: 'Done',
};
