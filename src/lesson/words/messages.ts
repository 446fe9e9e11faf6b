import type { Message } from '../../sim/message.ts';
import { isAttackersBrowser, isFirstBrowser, isSecondServer } from '../read/actor.ts';
import { readBodySecret } from '../read/carried.ts';
import { readBlockedFetch } from '../read/crossOrigin.ts';
import type { Moment } from '../read/moment.ts';
import type { HttpTelling, MessageTelling, StoreCallTelling } from '../telling.ts';
import { nameBrowser } from '../texts/browserNames.ts';
import { toConsoleLine } from '../texts/consoleLines.ts';
import { sayStartLine } from './wireText.ts';

const RESULTS: Readonly<Record<string, string>> = {
  get: 'finds',
  set: 'writes',
  touch: 'moves the expiry of',
  destroy: 'removes the record, if there is one',
};

const isServer = (id: string, { lane: { state } }: Moment) => Object.hasOwn(state.servers, id);
const isClient = (id: string, { lane: { state } }: Moment) => Object.hasOwn(state.clients, id);

/** Names an end of a route. */
function nameEnd(id: string, moment: Moment): string {
  if (isSecondServer(id)) return 'second server';
  return isClient(id, moment) && !isFirstBrowser(id) ? nameBrowser(id) : id;
}

/** Says who sent a message to whom, where that is not the first client and the first server. */
function sayRoute({ from, to }: Message, moment: Moment): string | null {
  const isOther = (id: string) =>
    isSecondServer(id) || isAttackersBrowser(id) || (isClient(id, moment) && !isFirstBrowser(id));
  return isOther(from) || isOther(to) ? `${nameEnd(from, moment)} → ${nameEnd(to, moment)}` : null;
}

function sayStoreCall(message: Message, moment: Moment): StoreCallTelling {
  const { method, body } = message;
  const result = method === 'get' && body === null ? 'finds nothing' : (RESULTS[method] ?? method);
  return {
    kind: 'store',
    call: sayStartLine(message),
    result,
    body,
    route: sayRoute(message, moment),
  };
}

function sayHttp(message: Message, kind: HttpTelling['kind'], moment: Moment): HttpTelling {
  const { from, to, method, target, status, headers, body } = message;
  const server = isServer(to, moment) ? to : from;
  return {
    kind,
    startLine: sayStartLine(message),
    ...{ method, target, headers, body },
    origin: moment.lane.state.servers[server]?.origin ?? '',
    refused: (status ?? 0) >= 400,
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
