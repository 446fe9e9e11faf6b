import { formatDuration } from '../../page/format.ts';
import { readRenewal } from '../../read/held/renewal.ts';
import { isOtherDropped } from '../../read/held/shown.ts';
import type { Moment } from '../../read/moment.ts';
import type { CopyWorth, OpenCopy } from '../../read/outcome/copy.ts';
import { isTaken, readCopy, readStolenOpening } from '../../read/outcome/copy.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { hasTwoServers } from '../../read/server/servers.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { CREDENTIALS, nameOfTwo } from '../names.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { sayEndTime, sayUntil, sayUntilByIts } from '../time/serverEnd.ts';

const sayBy = ({ server }: OpenCopy, { severalServers }: CopyWorth): string =>
  severalServers ? ` by ${nameOfTwo(server)}` : '';

/** Says how long a copy would be let in, after the server that lets it in. */
const sayOpen = (copy: OpenCopy, { severalServers }: CopyWorth): string =>
  severalServers ? sayUntilByIts(copy) : sayUntil(copy);

/** Says what another stolen copy would get, where that one is let in. */
function sayOther(moment: Moment, worth: CopyWorth): RichText {
  const { other } = worth;
  if (!other) return [];
  const by = { plain: sayBy(other, worth) };
  const traded = { plain: readRenewal(moment) ? ', and traded in for new ones' : '' };
  return other.isRefreshToken
    ? say`The stolen refresh token, a JWT too, would be accepted${by} ${other.left === null ? 'for ever' : `for ${formatDuration(other.left)}`}${traded}.`
    : say`The attacker holds another one, which would be accepted${by} ${sayOpen(other, worth)}.`;
}

/** Says what the attacker gets by a refresh token that it has stolen; nothing where it gets nothing. */
function sayRenewal(moment: Moment): RichText {
  const end = readRenewal(moment);
  if (!end) return [];
  const several = hasTwoServers(moment);
  const from = several ? ` from ${nameOfTwo(end.server)}` : '';
  const until = several ? sayUntilByIts(end) : sayUntil(end);
  return say`With the stolen refresh token the attacker gets new ones${{ plain: from }} ${until}.`;
}

/** Data and signature are a cookie each; one that the browser dropped is not the one that it has. */
function nameCredential(moment: Moment): string {
  if (isCookieSession(moment)) return 'two cookies';
  const name = CREDENTIALS[moment.strategy];
  return isOtherDropped(moment) ? `dropped ${name}` : name;
}

function sayWorth(moment: Moment, worth: CopyWorth, copy: string, still: string): RichText {
  const everywhere = worth.severalServers ? ' everywhere' : '';
  const start = !worth.accepted
    ? [`${copy} would be refused${everywhere}: ${FAILURE_WORDS[worth.failure]}.`]
    : isCookieSession(moment)
      ? [
          `${copy} would ${still}be accepted${sayBy(worth, worth)}, for as long as the key is the same.`,
        ]
      : say`${{ plain: copy }} would ${{ plain: still }}be accepted${{ plain: sayBy(worth, worth) }} ${sayOpen(worth, worth)}.`;
  const renewal = worth.other?.isRefreshToken ? [] : sayRenewal(moment);
  return joinSentences(start, sayOther(moment, worth), renewal);
}

/** Says what a stolen or dropped copy would get now, after another sentence; nothing where there is none. */
export function sayCopy(moment: Moment): RichText {
  const worth = readCopy(moment);
  return worth
    ? sayWorth(moment, worth, `A copy of the ${nameCredential(moment)}`, '')
    : sayRenewal(moment);
}

/** Says the same after a logout or at the end, when the client has just dropped its own: of a copy that the attacker has, or that somebody could have. */
export function sayDroppedCopy(moment: Moment): RichText {
  const worth = readCopy(moment);
  if (!worth) return sayRenewal(moment);
  const what = nameCredential(moment);
  return isTaken(moment)
    ? sayWorth(moment, worth, `The attacker’s copy of the ${what}`, 'still ')
    : sayWorth(moment, worth, `A copy of the ${what}, if anybody has one,`, 'still ');
}

/** Says until when something that was stolen opens a server; `null` where nothing does. */
export function sayCopyOpens(moment: Moment): string | null {
  const open = readStolenOpening(moment);
  if (!open) return null;
  if (isCookieSession(moment)) return 'Copy opens as long as the key';
  if (open.expiresAt === null) return 'Copy opens for ever';
  return `Copy ${open.renews ? 'renews' : 'opens'} until ${sayEndTime(open)}`;
}

/** Says in a cell what a copy would get; `null` where there is none. */
export function sayCopyInShort(moment: Moment): string | null {
  const worth = readCopy(moment);
  if (!worth) return null;
  if (!worth.accepted) {
    const otherwise = readRenewal(moment) ? ', its refresh token not' : '';
    return `a copy would be refused${worth.other ? ', another one not' : otherwise}`;
  }
  if (isCookieSession(moment)) return 'a copy stays valid as long as the key';
  return worth.left === null
    ? 'a copy stays valid for ever'
    : `a copy stays valid for ${formatDuration(worth.left)}`;
}
