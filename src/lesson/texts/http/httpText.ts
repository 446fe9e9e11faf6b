import type { HeaderField } from '../../../sim/message.ts';
import type { HttpTelling } from '../../telling.ts';

/** Writes an HTTP message as it is on the wire, with line feeds for its line ends. @see RFC 9112 section 2.1 */
export function toWireText({ startLine, headers, body }: HttpTelling): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}`);
  return [startLine, ...fields, '', body ?? ''].join('\n');
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Fields that a client writes by itself from the address and the data, or a proxy on the way. */
const CLIENT_SETS: ReadonlySet<string> = new Set(['host', 'content-length', 'x-forwarded-proto']);

/** Returns the fields of a request that its client has to be told. */
export const listOwnFields = ({ headers }: Pick<HttpTelling, 'headers'>): readonly HeaderField[] =>
  headers.filter(([name]) => !CLIENT_SETS.has(name.toLowerCase()));

/** Writes a request as a curl command for a shell (POSIX quoting). */
export function toCurl(request: HttpTelling): string {
  const { method, target, origin, body } = request;
  const url = new URL(target, origin).href;
  const fields = listOwnFields(request).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const data = body === null ? [] : [`--data-raw ${quote(body)}`];
  const verb = method === 'GET' ? [] : [`-X ${method}`];
  return ['curl -i', ...verb, ...fields, ...data, quote(url)].join(' ');
}
