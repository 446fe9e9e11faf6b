import type { Strategy } from '../../sim/strategy.ts';
import { formatDuration } from '../page/format.ts';
import { isSecondServer } from '../read/actor.ts';
import type { CopyWorth, OpenCopy } from '../read/copy.ts';
import { readCopy } from '../read/copy.ts';
import { isCookieSession } from '../read/dataInCookie.ts';
import type { Moment } from '../read/moment.ts';
import { say } from '../richText.ts';
import type { RichText } from '../telling.ts';
import { FAILURE_WORDS } from './failures.ts';
import { CREDENTIALS } from './names.ts';
import { sayUntil, sayUntilByIts } from './serverEnd.ts';

const sayBy = ({ server }: OpenCopy, { severalServers }: CopyWorth): string =>
  severalServers ? ` by the ${isSecondServer(server) ? 'second' : 'first'} server` : '';

/** Says how long a copy would be let in, after the server that lets it in. */
const sayOpen = (copy: OpenCopy, { severalServers }: CopyWorth): string =>
  severalServers ? sayUntilByIts(copy) : sayUntil(copy);

/** Says what another stolen copy would get, where that one is let in. */
function sayOther(worth: CopyWorth): RichText {
  const { other } = worth;
  if (!other) return [];
  const by = { plain: sayBy(other, worth) };
  return other.isRefreshToken
    ? say` The stolen refresh token, a JWT too, would be accepted${by} ${other.left === null ? 'for ever' : `for ${formatDuration(other.left)}`}.`
    : say` The attacker holds an older one besides, which would be accepted${by} ${sayOpen(other, worth)}.`;
}

function sayAccepted(moment: Moment, worth: CopyWorth & OpenCopy, dropped: boolean): RichText {
  const { strategy } = moment;
  const by = { plain: sayBy(worth, worth) };
  if (isCookieSession(moment))
    return [
      ` A copy of both cookies would ${dropped ? 'still ' : ''}be accepted${by.plain}, for as long as the key is the same.`,
    ];
  const until = sayOpen(worth, worth);
  if (!dropped)
    return say` A copy of the ${{ plain: CREDENTIALS[strategy] }} would be accepted${by} ${until}.`;
  return strategy === 'session'
    ? say` A copy of the cookie would still be accepted${by} ${until}.`
    : say` A copy of it would still be accepted${by} ${until}.`;
}

function sayRefused(
  strategy: Strategy,
  { severalServers, other }: CopyWorth,
  why: string,
  dropped: boolean,
): string {
  const everywhere = severalServers ? ' everywhere' : '';
  if (dropped && strategy === 'token') return ` A copy would be refused${everywhere}: ${why}.`;
  // Not while another copy opens the server.
  if (dropped && !other && !severalServers)
    return ` A copy of the cookie is worth nothing: ${why}.`;
  return ` A copy of the ${CREDENTIALS[strategy]} would be refused${everywhere}: ${why}.`;
}

function sayWorth(moment: Moment, dropped: boolean): RichText {
  const worth = readCopy(moment);
  if (!worth) return [];
  const { strategy } = moment;
  const first = worth.accepted
    ? sayAccepted(moment, worth, dropped)
    : [sayRefused(strategy, worth, FAILURE_WORDS[worth.failure], dropped)];
  return [...first, ...sayOther(worth)];
}

/** Says what a stolen or dropped copy would get now, after another sentence; nothing where there is none. */
export const sayCopy = (moment: Moment): RichText => sayWorth(moment, false);

/** Says the same after a logout or at the end, when the client has just dropped its own. */
export const sayDroppedCopy = (moment: Moment): RichText => sayWorth(moment, true);

/** Says in a cell what a copy would get; `null` where there is none. */
export function sayCopyInShort(moment: Moment): string | null {
  const worth = readCopy(moment);
  if (!worth) return null;
  if (!worth.accepted) return `a copy would be refused${worth.other ? ', another one not' : ''}`;
  if (isCookieSession(moment)) return 'a copy stays valid as long as the key';
  return worth.left === null
    ? 'a copy stays valid for ever'
    : `a copy stays valid for ${formatDuration(worth.left)}`;
}
