import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { formatCount } from '../../page/format.ts';
import { readSessionLeft, readTokenLeft } from '../../read/action/leftAtEnd.ts';
import { countOtherHolders } from '../../read/held/otherBrowsers.ts';
import type { Moment } from '../../read/moment.ts';
import { readStep } from '../../read/moment.ts';
import type { Opening } from '../../read/outcome/copy.ts';
import { isTaken, readCopy, readStolenOpening } from '../../read/outcome/copy.ts';
import type { GotIn } from '../../read/outcome/gotIn.ts';
import { readAttempts } from '../../read/outcome/gotIn.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isOver } from '../../read/server/serverEnd.ts';
import { say } from '../../richText.ts';
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
  const when = {
    plain: first === last ? `step ${first}` : `step ${first} first and at step ${last} last`,
  };
  return heldAt === null
    ? say`${name} got in at ${when}. `
    : say`${name} got in at ${when}, and was kept out from step ${{ plain: String(heldAt) }} on. `;
}

/** Says what the store and the browser still have of the session. */
function sayLeftSession(moment: Moment): RichText {
  const { records, hasCookie, never } = readSessionLeft(moment);
  const jar = { plain: hasCookie ? 'the browser still has a cookie' : 'the browser has no cookie' };
  if (isCookieSession(moment)) return say`The server keeps no record, and ${jar}.`;
  if (records > 0) return say`The store still has ${formatCount(records, 'record')}, and ${jar}.`;
  const store = { plain: never ? 'There was no session' : 'The session’s record is gone' };
  return say`${store}, and ${jar}.`;
}

/** Says what the client still has of the token. */
function sayLeftToken(moment: Moment): RichText {
  const { held, never } = readTokenLeft(moment);
  if (held?.elsewhere)
    return [`The client still has its token: only ${nameOfTwo(held.elsewhere.server)} takes it.`];
  if (held && isOver(held.end)) return ['The client still has its token, and its time is over.'];
  if (held) return ['The client still has its token.'];
  if (countOtherHolders(moment) > 0) return ['The user’s other browsers still have their tokens.'];
  return [never ? 'There was no token.' : 'The client’s token is gone.'];
}

/** Says what the attacker can still get in with. */
function sayAttackersCopy(moment: Moment, stolen: Opening): RichText {
  const until = { plain: sayByClock(stolen) };
  if (stolen.renews)
    return say`The attacker’s refresh token gets new tokens until ${sayEndTime(stolen)}${until}. `;
  const copy = { plain: `The attacker’s copy of the ${CREDENTIALS[moment.strategy]}` };
  if (isCookieSession(moment)) return say`${copy} opens until the key changes. `;
  return stolen.expiresAt === null
    ? say`${copy} opens for ever. `
    : say`${copy} opens until ${sayEndTime(stolen)}${until}. `;
}

/** Says what a copy gets that opens nothing, or that nobody is known to have. */
function sayOtherCopy(moment: Moment): RichText {
  const worth = readCopy(moment);
  if (!worth) return [];
  const credential = CREDENTIALS[moment.strategy];
  const copy = isTaken(moment)
    ? `The attacker’s copy of the ${credential}`
    : `A copy of the ${credential}, if anybody has one,`;
  if (!worth.accepted) return [` ${copy} opens nothing.`];
  if (isCookieSession(moment)) return [` ${copy} opens until the key changes.`];
  return worth.expiresAt === null
    ? [` ${copy} opens for ever.`]
    : say` ${{ plain: copy }} still opens until ${sayEndTime(worth)}${{ plain: sayByClock(worth) }}.`;
}

/** Says what a run has come to in a lane: who got in, if anybody did, and then what is left. */
export function sayResult(trace: Trace, strategy: Strategy): ResultTelling {
  const last = trace.frames.at(-1);
  if (!last) return { badge: null, sentence: [] };
  const moment = readStep(trace, last)[strategy];
  const { gotIn } = readAttempts(moment);
  const stolen = readStolenOpening(moment);
  return {
    badge: sayRunBadge(moment),
    sentence: [
      ...(gotIn ? sayGotIn(gotIn) : []),
      ...(stolen ? sayAttackersCopy(moment, stolen) : []),
      ...(strategy === 'session' ? sayLeftSession(moment) : sayLeftToken(moment)),
      ...(stolen ? [] : sayOtherCopy(moment)),
    ],
  };
}
