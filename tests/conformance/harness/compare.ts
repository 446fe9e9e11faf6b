import { STATUS_TEXT } from '../../../src/lesson/texts/http/statusText.ts';
import type { HeaderField, Message } from '../../../src/sim/message.ts';
import type { Exchange } from './exchange.ts';
import type { StoreKind } from './outsideStore.ts';
import type { StoreCall } from './spies.ts';

/** All that is not compared, with the reason. Everything else has to be equal. */
export const CONNECTION_DEPENDENT: Readonly<Record<string, string>> = {
  Connection: 'left out: client and server agree on it for each connection',
  'Keep-Alive': 'left out: how long the connection may idle',
  Date: 'value only: Node took its clock before a test could set it; place and form are compared',
};

/** IMF-fixdate. @see RFC 9110 section 5.6.7 */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function toComparable(fields: readonly HeaderField[]): string[] {
  return fields
    .filter(([name]) => name === 'Date' || !(name in CONNECTION_DEPENDENT))
    .map(([name, value]) =>
      name === 'Date' && HTTP_DATE.test(value) ? 'Date: (an HTTP date)' : `${name}: ${value}`,
    );
}

/** Says where two values differ, in no line when they do not. */
export function diff(what: string, engine: unknown, real: unknown): string[] {
  const [left, right] = [JSON.stringify(engine), JSON.stringify(real)];
  return left === right ? [] : [`${what}: the engine has ${left}, the real one ${right}`];
}

/** Compares an engine's request with the one that the real server received. */
export function compareRequest(engine: Message, real: Exchange['request']): string[] {
  return [
    ...diff('kind', engine.kind, 'request'),
    ...diff('method', engine.method, real.method),
    ...diff('target', engine.target, real.target),
    ...diff('request fields', toComparable(engine.headers), toComparable(real.headers)),
    ...diff('request body', engine.body, real.body),
  ];
}

/** Compares an engine's response with the one that the real client received. */
export function compareResponse(engine: Message, real: Exchange['response']): string[] {
  return [
    ...diff('kind', engine.kind, 'response'),
    ...diff('status', engine.status, real.status),
    ...diff('reason phrase', STATUS_TEXT[engine.status ?? 0], real.reason),
    ...diff('response fields', toComparable(engine.headers), toComparable(real.headers)),
    ...diff('response body', engine.body, real.body),
  ];
}

/** Compares all HTTP messages of an Action. */
export function compareExchanges(
  messages: readonly Message[],
  exchanges: readonly Exchange[],
): string[] {
  const requests = messages.filter(({ kind }) => kind === 'request');
  const responses = messages.filter(({ kind }) => kind === 'response');
  const counts = [requests.length, responses.length];
  if (counts.some((count) => count !== exchanges.length)) {
    return diff('requests and responses', counts, [exchanges.length, exchanges.length]);
  }
  const left = [...responses];
  return exchanges.flatMap(({ request, response }, i) => {
    const asked = requests[i] as Message;
    // Two that are under way at once are sent before either is answered.
    const at = left.findIndex(
      ({ method, target }) => method === asked.method && target === asked.target,
    );
    const [answer] = left.splice(Math.max(at, 0), 1);
    return [...compareRequest(asked, request), ...compareResponse(answer as Message, response)];
  });
}

/** What connect-redis reads: it does not write a touched record, so that its `expires` grows old. */
function withoutEnd({ method, record, ...call }: StoreCall): StoreCall {
  if (method !== 'get' || record === null) return { method, record, ...call };
  const { cookie, ...rest } = JSON.parse(record);
  return {
    ...call,
    method,
    record: JSON.stringify({ cookie: { ...cookie, expires: 0 }, ...rest }),
  };
}

/** Sorts what is destroyed in one go: in which order a store lists its records is its own affair. */
function sortDestroyed(calls: readonly StoreCall[]): readonly StoreCall[] {
  const list = calls.findIndex(({ method }) => method === 'all');
  if (list < 0) return calls;
  const [before, after] = [calls.slice(0, list + 1), calls.slice(list + 1)];
  return [...before, ...after.toSorted((a, b) => (a.sid < b.sid ? -1 : 1))];
}

/** Compares the calls to the session store of an Action, in their order among themselves: the engine shows `set` before the response, the library starts it as the response ends. */
export function compareStoreCalls(
  messages: readonly Message[],
  calls: readonly StoreCall[],
  store: StoreKind = 'LevelDB',
): string[] {
  const called = messages
    .filter(({ kind }) => kind === 'store')
    .map(({ method, target, body }): StoreCall => ({ method, sid: target, record: body }));
  const [engine, real] = [sortDestroyed(called), sortDestroyed(calls)];
  if (store === 'LevelDB') return diff('store calls', engine, real);
  return diff('store calls', engine.map(withoutEnd), real.map(withoutEnd));
}
