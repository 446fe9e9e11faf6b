import type { Message } from '../sim/message.ts';
import { STATUS_TEXT } from './statusText.ts';

/** What the code calls a store that is not the session store. */
const STORES: Readonly<Record<string, string>> = {
  denyList: 'denyList',
  refreshStore: 'refreshTokens',
};

/** Returns the first line of an HTTP message, or the call as code for a store call. @see RFC 9112 sections 3 and 4 */
export function toStartLine(message: Message): string {
  if (message.kind === 'request') return `${message.method} ${message.target} HTTP/1.1`;
  if (message.kind === 'store') {
    return `${STORES[message.to] ?? 'store'}.${message.method}('${message.target}')`;
  }
  const status = message.status ?? 0;
  return `HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? ''}`.trimEnd();
}

/** Reason phrases that are too long for the wire that is drawn, in short. */
const SHORT: Readonly<Record<number, string>> = { 431: 'Headers Too Large' };

/** Returns what is written along the drawn wire: the first line without the protocol's version. */
export function toWireLabel(message: Message): string {
  const short = SHORT[message.status ?? 0];
  if (short) return `${message.status} ${short}`;
  return toStartLine(message).replace('HTTP/1.1 ', '').replace(' HTTP/1.1', '');
}

/** Writes an HTTP message as it is on the wire, with line feeds for its line ends. @see RFC 9112 section 2.1 */
export function toWireText(message: Message): string {
  const fields = message.headers.map(([name, value]) => `${name}: ${value}`);
  return [toStartLine(message), ...fields, '', message.body ?? ''].join('\n');
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Fields that curl writes by itself from the address and the data. */
const CURL_SETS: ReadonlySet<string> = new Set(['host', 'content-length']);

/** Writes a request as a curl command for a shell (POSIX quoting). `origin` is scheme, host and port. */
export function toCurl(message: Message, origin: string): string {
  const url = new URL(message.target, origin).href;
  const fields = message.headers
    .filter(([name]) => !CURL_SETS.has(name.toLowerCase()))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const method = message.method === 'GET' ? [] : [`-X ${message.method}`];
  const data = message.body === null ? [] : [`--data-raw ${quote(message.body)}`];
  return ['curl -i', ...method, ...fields, ...data, quote(url)].join(' ');
}
