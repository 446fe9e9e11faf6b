import type { HttpLine } from '../../read/message/httpLine.ts';
import type { RouteEnd } from '../../read/message/route.ts';
import type { StoreCall } from '../../read/message/storeCall.ts';
import { STATUS_TEXT } from '../../texts/http/statusText.ts';
import { nameClient, nameOfTwo } from '../names.ts';

/** Says the first line of an HTTP message. @see RFC 9112 sections 3 and 4 */
export function sayStartLine(line: HttpLine): string {
  if (line.kind === 'request') return `${line.method} ${line.target} HTTP/1.1`;
  return `HTTP/1.1 ${line.status} ${STATUS_TEXT[line.status] ?? ''}`.trimEnd();
}

/** Reason phrases that are too long for the wire that is drawn, in short. */
const SHORT: Readonly<Record<number, string>> = { 431: 'Headers Too Large' };

/** Says what is written along the drawn wire: the first line without the protocol's version. */
export function sayWireLabel(line: HttpLine): string {
  if (line.kind === 'request') return `${line.method} ${line.target}`;
  return `${line.status} ${SHORT[line.status] ?? STATUS_TEXT[line.status] ?? ''}`.trimEnd();
}

/** What the code calls a store. */
const STORES: Readonly<Record<StoreCall['store'], string>> = {
  sessions: 'store',
  denyList: 'denyList',
  refreshTokens: 'refreshTokens',
  users: 'users',
};

/** Says a call to a store as code. */
export const sayStoreCall = ({ store, verb, key }: StoreCall): string =>
  `${STORES[store]}.${verb}(${key === null ? '' : `'${key}'`})`;

/** Names an end of a route: a server by its letter where there are two. */
export function nameEnd(end: RouteEnd): string {
  switch (end.type) {
    case 'client':
      return nameClient(end.id);
    case 'server':
      return end.isOneOfTwo ? nameOfTwo(end.id) : end.id;
    case 'store':
      return end.id;
  }
}
