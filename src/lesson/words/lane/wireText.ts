import type { Message } from '../../../sim/message.ts';
import { STATUS_TEXT } from '../../texts/http/statusText.ts';

/** What the code calls a store that is not the session store. */
const STORES: Readonly<Record<string, string>> = {
  denyList: 'denyList',
  refreshStore: 'refreshTokens',
  'users database': 'users',
};

/** Says the first line of an HTTP message, or the call as code for a store call. @see RFC 9112 sections 3 and 4 */
export function sayStartLine({ kind, method, target, to, status }: Message): string {
  if (kind === 'request') return `${method} ${target} HTTP/1.1`;
  if (kind === 'store' && method === 'all') return 'store.all()';
  if (kind === 'store') return `${STORES[to] ?? 'store'}.${method}('${target}')`;
  return `HTTP/1.1 ${status} ${STATUS_TEXT[status ?? 0] ?? ''}`.trimEnd();
}

/** Reason phrases that are too long for the wire that is drawn, in short. */
const SHORT: Readonly<Record<number, string>> = { 431: 'Headers Too Large' };

/** Says what is written along the drawn wire: the first line without the protocol's version. */
export function sayWireLabel({ kind, method, target, status }: Message): string {
  if (kind === 'request') return `${method} ${target}`;
  const code = status ?? 0;
  return `${code} ${SHORT[code] ?? STATUS_TEXT[code] ?? ''}`.trimEnd();
}
