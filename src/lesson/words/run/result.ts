import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { formatCount } from '../../page/format.ts';
import { readSessionLeft, readTokenLeft } from '../../read/action/leftAtEnd.ts';
import { countOtherHolders } from '../../read/held/otherBrowsers.ts';
import type { Moment } from '../../read/moment.ts';
import { readLastStep } from '../../read/moment.ts';
import type { Opening } from '../../read/outcome/copy.ts';
import { isTaken, readCopy, readStolenOpening } from '../../read/outcome/copy.ts';
import type { GotIn } from '../../read/outcome/gotIn.ts';
import { readAttempts } from '../../read/outcome/gotIn.ts';
import { findOpeningLink } from '../../read/outcome/link.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isOver } from '../../read/server/serverEnd.ts';
import { joinSentences, say } from '../../richText.ts';
import type { ResultTelling, RichText } from '../../telling.ts';
import { sayRunBadge } from '../lane/badge.ts';
import { CREDENTIALS, nameOfTwo } from '../names.ts';
import { sayByClock, sayEndTime } from '../time/serverEnd.ts';

/** Who got in, as a sentence begins with them. */
const WHO: Readonly<Partial<Record<GotIn['who'], string>>> = {
  attacker: 'The attacker',
  otherSite: 'Another site’s request',
  script: 'The foreign script',
};

/** Says who got in, and until which step. */
function sayGotIn({ who, first, last, heldAt }: GotIn): RichText {
  const name = { plain: WHO[who] ?? 'An access that was ended' };
  const when = { plain: first === last ? `at step ${first}` : `from step ${first} to ${last}` };
  return heldAt === null
    ? say`${name} got in ${when}.`
    : say`${name} got in ${when}, and was kept out from step ${{ plain: String(heldAt) }} on.`;
}

/** Says that a link of another site opened a page as the user. */
function sayLink(moment: Moment): RichText {
  const step = findOpeningLink(moment);
  return step === null ? [] : [`Another site’s link brought the cookie at step ${step}.`];
}

/** Says what the store and the browser still have of the session. */
function sayLeftSession(moment: Moment): RichText {
  const { records, hasCookie, never } = readSessionLeft(moment);
  const cookie = { plain: hasCookie ? 'the browser has a cookie' : 'the browser has no cookie' };
  if (isCookieSession(moment)) return say`The server keeps no record, and ${cookie}.`;
  if (records > 0) return say`The store has ${formatCount(records, 'record')}, and ${cookie}.`;
  if (never) return say`There was no session, and ${cookie}.`;
  return [hasCookie ? 'The record is gone, the cookie is left.' : 'Record and cookie are gone.'];
}

/** Says what the client still has of the token. */
function sayLeftToken(moment: Moment): RichText {
  const { held, never } = readTokenLeft(moment);
  if (held?.elsewhere)
    return [`The client has its token: only ${nameOfTwo(held.elsewhere.server)} takes it.`];
  if (held && isOver(held.end)) return ['The client has its token, whose time is over.'];
  if (held) return ['The client has its token.'];
  if (countOtherHolders(moment) > 0) return ['The user’s other browsers have their tokens.'];
  return [never ? 'There was no token.' : 'The client’s token is gone.'];
}

/** Says what the attacker can still get in with. */
function sayAttackersCopy(moment: Moment, stolen: Opening): RichText {
  const until = { plain: sayByClock(stolen) };
  if (stolen.renews)
    return say`The attacker’s refresh token gets new tokens until ${sayEndTime(stolen)}${until}.`;
  if (isCookieSession(moment)) return ['The attacker’s copy gets in until the key changes.'];
  return stolen.expiresAt === null
    ? ['The attacker’s copy gets in for ever.']
    : say`The attacker’s copy gets in until ${sayEndTime(stolen)}${until}.`;
}

/** Says what a copy gets that opens nothing, or that nobody is known to have. */
function sayOtherCopy(moment: Moment): RichText {
  const worth = readCopy(moment);
  if (!worth) return [];
  const isKnown = isTaken(moment);
  const copy = isKnown ? 'The attacker’s copy' : `A copied ${CREDENTIALS[moment.strategy]}`;
  if (!worth.accepted) return [`${copy} ${isKnown ? 'does' : 'would'} not get in.`];
  const getsIn = isKnown ? 'still gets in' : 'would still get in';
  if (isCookieSession(moment)) return [`${copy} ${getsIn} until the key changes.`];
  return worth.expiresAt === null
    ? [`${copy} ${getsIn} for ever.`]
    : say`${{ plain: copy }} ${{ plain: getsIn }} until ${sayEndTime(worth)}${{ plain: sayByClock(worth) }}.`;
}

/**
 * Says what a run has come to in a lane: who got in, if anybody did, and what a copy gets; where nobody
 * did, what is left.
 */
export function sayResult(trace: Trace, strategy: Strategy): ResultTelling {
  const last = readLastStep(trace);
  if (!last) return { badge: null, sentence: [] };
  const moment = last[strategy];
  const { gotIn } = readAttempts(moment);
  const stolen = readStolenOpening(moment);
  const copy = stolen ? sayAttackersCopy(moment, stolen) : sayOtherCopy(moment);
  const left = strategy === 'session' ? sayLeftSession(moment) : sayLeftToken(moment);
  return {
    badge: sayRunBadge(moment),
    sentence: gotIn
      ? joinSentences(sayGotIn(gotIn), copy)
      : joinSentences(sayLink(moment), left, copy),
  };
}
