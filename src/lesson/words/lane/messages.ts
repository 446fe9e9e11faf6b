import type { Message } from '../../../sim/message.ts';
import type { FailureCode } from '../../../sim/outcome.ts';
import { formatCount, formatTime } from '../../page/format.ts';
import { readBodySecret } from '../../read/carried.ts';
import { readBlockedFetch } from '../../read/check/crossOrigin.ts';
import type { Moment } from '../../read/moment.ts';
import { hasTwoServers, isClient, isServer, readOrigin } from '../../read/server/servers.ts';
import { isUserCall } from '../../read/traffic.ts';
import type { HttpTelling, MessageTelling, StoreCallTelling } from '../../telling.ts';
import { nameBrowser } from '../../texts/browserNames.ts';
import { toConsoleLine } from '../../texts/http/consoleLines.ts';
import { isAttackersBrowser, isFirstBrowser } from '../../told/actorIds.ts';
import { nameOfTwo } from '../names.ts';
import { sayStartLine } from './wireText.ts';

const RESULTS: Readonly<Record<string, string>> = {
  get: 'finds',
  set: 'writes',
  touch: 'moves the expiry of',
  destroy: 'removes the record, if there is one',
  trade: 'uses it up and puts the next in its place, in one operation',
};

/** What a trade comes to that changes nothing. */
const UNTRADED: Readonly<Partial<Record<FailureCode, string>>> = {
  refreshReused: 'finds it used, and changes nothing',
  refreshExpired: 'finds it expired, and changes nothing',
};

/** Names an end of a route. */
function nameEnd(id: string, moment: Moment): string {
  if (isServer(id, moment) && hasTwoServers(moment)) return nameOfTwo(id);
  return isClient(id, moment) && !isFirstBrowser(id) ? nameBrowser(id) : id;
}

/** Names who sent a message, and to whom. */
const nameEnds = ({ from, to }: Message, moment: Moment): readonly [string, string] => [
  nameEnd(from, moment),
  nameEnd(to, moment),
];

/** Says who sent a message to whom, where that is not the first client and the one server. */
function sayRoute(message: Message, moment: Moment): string | null {
  const { from, to } = message;
  const isOther = (id: string) =>
    (isServer(id, moment) && hasTwoServers(moment)) ||
    isAttackersBrowser(id) ||
    (isClient(id, moment) && !isFirstBrowser(id));
  return isOther(from) || isOther(to) ? nameEnds(message, moment).join(' → ') : null;
}

/** Says what a call to a store does or finds. */
function sayResult(message: Message, { lane: { outcome } }: Moment): string {
  const { method, body } = message;
  if (isUserCall(message))
    return body === null ? 'finds no token ended' : `tokens hold since ${formatTime(Number(body))}`;
  if (method === 'all') return `finds ${formatCount(Number(body), 'record')}`;
  if (['get', 'trade'].includes(method) && body === null) return 'finds nothing';
  const untraded = method === 'trade' && outcome.failure ? UNTRADED[outcome.failure] : undefined;
  return untraded ?? RESULTS[method] ?? method;
}

function sayStoreCall(message: Message, moment: Moment): StoreCallTelling {
  const { method, body } = message;
  return {
    kind: 'store',
    call: sayStartLine(message),
    result: sayResult(message, moment),
    body: method === 'all' ? null : body,
    ends: nameEnds(message, moment),
    route: sayRoute(message, moment),
  };
}

function sayHttp(message: Message, kind: HttpTelling['kind'], moment: Moment): HttpTelling {
  const { from, to, method, target, headers, body } = message;
  const server = isServer(to, moment) ? to : from;
  return {
    kind,
    startLine: sayStartLine(message),
    ...{ method, target, headers, body },
    origin: readOrigin(server, moment),
    ends: nameEnds(message, moment),
    route: sayRoute(message, moment),
    secret: readBodySecret(message, moment),
  };
}

/** Says what was sent in a lane's step: the messages of the wire and the calls to the store, in order. */
export const sayMessages = (moment: Moment): readonly MessageTelling[] =>
  moment.lane.messages.map((message) =>
    message.kind === 'store'
      ? sayStoreCall(message, moment)
      : sayHttp(message, message.kind, moment),
  );

/** Says what the browser's console says of them; `null` for nothing. */
export function sayConsole(moment: Moment): string | null {
  const blocked = readBlockedFetch(moment);
  return blocked && toConsoleLine(blocked);
}
