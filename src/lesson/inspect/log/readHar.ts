import type { HeaderField } from '../../../sim/message.ts';
import { toLine } from '../cookie/cookieObjects.ts';
import { splitJoined } from '../cookie/pasted.ts';
import type { AskedBy } from '../cookie/source.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue } from './exchange.ts';

type Members = Readonly<Record<string, unknown>>;

const toMembers = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};
const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const toHeaders = (value: unknown): readonly HeaderField[] =>
  toList(value)
    .map(toMembers)
    .flatMap(({ name, value: text }) =>
      // Chromium writes several fields of one name into one value, a line each; Safari with commas.
      toText(text)
        .split('\n')
        .flatMap((line) => (/^set-cookie$/i.test(toText(name)) ? splitJoined(line) : line))
        .map((line) => [toText(name), line] as const),
    )
    .filter(([name]) => name !== '' && !name.startsWith(':'));

/** Writes the cookies of a request as its field, where the log has them apart alone. */
function withSent(headers: readonly HeaderField[], cookies: unknown): readonly HeaderField[] {
  if (findValue(headers, 'cookie') !== null) return headers;
  const pairs = toList(cookies)
    .map(toMembers)
    .map(({ name, value }) => `${toText(name)}=${toText(value)}`);
  return pairs.length === 0 ? headers : [...headers, ['Cookie', pairs.join('; ')]];
}

function withSet(headers: readonly HeaderField[], cookies: unknown): readonly HeaderField[] {
  if (findValue(headers, 'set-cookie') !== null) return headers;
  const lines = toList(cookies).map((one) => ['Set-Cookie', toLine(toMembers(one))] as const);
  return [...headers, ...lines];
}

const TYPES: Readonly<Record<string, AskedBy>> = {
  xhr: 'fetch',
  fetch: 'fetch',
  document: 'navigation',
  image: 'embedded',
  script: 'embedded',
  stylesheet: 'embedded',
};

/** Reads what made the browser ask: its own word for it, else the fields that it sends. @see Fetch Metadata */
export function readAskedBy(type: string, headers: readonly HeaderField[]): AskedBy | null {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (known) return known;
  const mode = findValue(headers, 'sec-fetch-mode');
  // Browsers send no Fetch Metadata over http: then it is what only a page that is opened asks for.
  if (mode === null) {
    const accepted = findValue(headers, 'accept') ?? '';
    const opens = findValue(headers, 'upgrade-insecure-requests') !== null;
    return opens || accepted.includes('text/html') ? 'navigation' : null;
  }
  if (mode === 'navigate') return 'navigation';
  return findValue(headers, 'sec-fetch-dest') === 'empty' ? 'fetch' : 'embedded';
}

/** Reads the text of an answer; `null` where there is none, or it is no text. */
function readContent({ text, encoding }: Members): string | null {
  if (typeof text !== 'string' || text === '') return null;
  if (encoding !== 'base64') return text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Writes the fields of a form as its body, where the log has them apart. */
function readPosted({ text, params }: Members): string | null {
  if (typeof text === 'string' && text !== '') return text;
  const pairs = toList(params).map(toMembers);
  if (pairs.length === 0) return null;
  return new URLSearchParams(
    pairs.map(({ name, value }) => [toText(name), toText(value)]),
  ).toString();
}

function toExchange(entry: unknown): readonly LoggedExchange[] {
  const { request, response, startedDateTime, _resourceType } = toMembers(entry);
  const [asked, answered] = [toMembers(request), toMembers(response)];
  const url = toText(asked.url);
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [];
  const requestHeaders = withSent(toHeaders(asked.headers), asked.cookies);
  const at = Date.parse(toText(startedDateTime)) / 1000;
  return [
    {
      ...{ method: toText(asked.method) || 'GET', url, requestHeaders },
      requestBody: readPosted(toMembers(asked.postData)),
      status: typeof answered.status === 'number' ? answered.status : 0,
      responseHeaders: withSet(toHeaders(answered.headers), answered.cookies),
      responseBody: readContent(toMembers(answered.content)),
      by: readAskedBy(toText(_resourceType), requestHeaders),
      at: Number.isNaN(at) ? null : Math.floor(at),
    },
  ];
}

/** Reads the exchanges of a HAR; `null` for JSON that is none. @see http://www.softwareishard.com/blog/har-12-spec/ */
export function readHar(json: unknown): readonly LoggedExchange[] | null {
  const { entries } = toMembers(toMembers(json).log);
  return Array.isArray(entries) ? entries.flatMap(toExchange) : null;
}
