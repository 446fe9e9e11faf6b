import { formatCount, formatTime } from '../../page/format.ts';
import { readBlockedFetch } from '../../read/check/crossOrigin.ts';
import type { SentFacts } from '../../read/message/messages.ts';
import { readMessages } from '../../read/message/messages.ts';
import type { StoreResult } from '../../read/message/storeCall.ts';
import type { Moment } from '../../read/moment.ts';
import type { MessageTelling } from '../../telling.ts';
import { toConsoleLine } from '../../texts/http/consoleLines.ts';
import { nameEnd, sayStartLine, sayStoreCall } from './wireText.ts';

const RESULTS = {
  get: 'finds',
  set: 'writes',
  touch: 'moves the expiry of',
  destroy: 'removes the record, if there is one',
  trade: 'uses it up and puts the next in its place, in one operation',
  foundNothing: 'finds nothing',
  foundUsed: 'finds it used, and changes nothing',
  foundExpired: 'finds it expired, and changes nothing',
  foundNoneEnded: 'finds no token ended',
} as const;

/** Says what a call to a store does or finds. */
function sayResult(result: StoreResult): string {
  switch (result.did) {
    case 'foundSince':
      return `tokens hold since ${formatTime(result.since)}`;
    case 'counted':
      return `finds ${formatCount(result.records, 'record')}`;
    default:
      return RESULTS[result.did];
  }
}

function sayMessage(sent: SentFacts): MessageTelling {
  const { from, to, isUsual } = sent.route;
  const ends = [nameEnd(from), nameEnd(to)] as const;
  const route = isUsual ? null : ends.join(' → ');
  return sent.type === 'http'
    ? { ...sent.shown, startLine: sayStartLine(sent.line), ends, route }
    : {
        ...sent.shown,
        call: sayStoreCall(sent.call),
        result: sayResult(sent.call.result),
        ends,
        route,
      };
}

/** Says what was sent in a lane's step: the messages of the wire and the calls to the store, in order. */
export const sayMessages = (moment: Moment): readonly MessageTelling[] =>
  readMessages(moment).map(sayMessage);

/** Says what the browser's console says of them; `null` for nothing. */
export function sayConsole(moment: Moment): string | null {
  const blocked = readBlockedFetch(moment);
  return blocked && toConsoleLine(blocked);
}
