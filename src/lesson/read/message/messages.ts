import type { Message } from '../../../sim/message.ts';
import type { HttpTelling, StoreCallTelling } from '../../telling.ts';
import { readBodySecret } from '../carried.ts';
import type { Moment } from '../moment.ts';
import { isServer, readOrigin } from '../server/servers.ts';
import type { HttpLine } from './httpLine.ts';
import { toHttpLine } from './httpLine.ts';
import type { Route } from './route.ts';
import { readRoute } from './route.ts';
import type { StoreCall } from './storeCall.ts';
import { toStoreCall } from './storeCall.ts';

/** Something that was sent in a step, and what is shown of it as it is. */
export type SentFacts =
  | {
      readonly type: 'http';
      readonly route: Route;
      readonly line: HttpLine;
      readonly shown: Omit<HttpTelling, 'startLine' | 'ends' | 'route'>;
    }
  | {
      readonly type: 'store';
      readonly route: Route;
      readonly call: StoreCall;
      readonly shown: Pick<StoreCallTelling, 'kind' | 'body'>;
    };

function readSent(message: Message, moment: Moment): SentFacts {
  const { kind, method, target, headers, body, from, to } = message;
  const route = readRoute(message, moment);
  if (kind === 'store') {
    const call = toStoreCall(message, moment);
    // How many there are is no record.
    const shown = { kind, body: call.verb === 'all' ? null : body };
    return { type: 'store', route, call, shown };
  }
  const origin = readOrigin(isServer(to, moment) ? to : from, moment);
  const secret = readBodySecret(message, moment);
  const shown = { kind, method, target, headers, body, origin, secret };
  return { type: 'http', route, line: toHttpLine(message), shown };
}

/** Reads what was sent in a lane's step: the messages of the wire and the calls to the store, in order. */
export const readMessages = (moment: Moment): readonly SentFacts[] =>
  moment.lane.messages.map((message) => readSent(message, moment));
