import type { HttpTelling } from '../telling.ts';

/** Writes an HTTP message as it is on the wire, with line feeds for its line ends. @see RFC 9112 section 2.1 */
export function toWireText({ startLine, headers, body }: HttpTelling): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}`);
  return [startLine, ...fields, '', body ?? ''].join('\n');
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Fields that curl writes by itself from the address and the data, or a proxy on the way. */
const CURL_SETS: ReadonlySet<string> = new Set(['host', 'content-length', 'x-forwarded-proto']);

/** Writes a request as a curl command for a shell (POSIX quoting). */
export function toCurl({ method, target, origin, headers, body }: HttpTelling): string {
  const url = new URL(target, origin).href;
  const fields = headers
    .filter(([name]) => !CURL_SETS.has(name.toLowerCase()))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const data = body === null ? [] : [`--data-raw ${quote(body)}`];
  const verb = method === 'GET' ? [] : [`-X ${method}`];
  return ['curl -i', ...verb, ...fields, ...data, quote(url)].join(' ');
}
