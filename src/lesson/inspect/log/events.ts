import { parseSetCookie } from '../../../sim/client/setCookie.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue, listValues } from './exchange.ts';
import type { LogEvent } from './found.ts';
import { parseBody } from './mask/maskMessage.ts';
import { isPasswordName, isToken } from './mask/names.ts';

/** Shortest text that may be a token. */
const LEAST_TOKEN = 8;
/** Most members of a body, and cookies of a field, that are looked at. */
const MAX_LISTED = 1000;
const MAX_DEPTH = 40;

/** Lists the names of cookies that a request carries; what has no name is a value. */
export const listSent = ({ requestHeaders }: LoggedExchange): readonly string[] =>
  listValues(requestHeaders, 'cookie').flatMap((value) =>
    value
      .split(';', MAX_LISTED)
      .map((pair) => (pair.includes('=') ? (pair.split('=', 1)[0]?.trim() ?? '') : '')),
  );

/** Tells whether a line takes a cookie away, by what it says itself. */
function isClearing(line: string, now: number): boolean {
  const attributes = parseSetCookie(line)?.attributes;
  const maxAge = attributes?.get('max-age') ?? '';
  if (/^[+-]?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  const expires = Date.parse(attributes?.get('expires') ?? '') / 1000;
  return expires <= now;
}

type Pair = readonly [name: string, text: string];

/** Lists texts of a JSON value with the names that they have there. */
function listMembers(json: unknown): readonly Pair[] {
  const pairs: Pair[] = [];
  const list = (value: unknown, name: string, depth: number) => {
    if (pairs.length >= MAX_LISTED || depth > MAX_DEPTH) return;
    if (typeof value === 'string') pairs.push([name, value]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, own] of Object.entries(value))
        list(own, Array.isArray(value) ? name : key, depth + 1);
  };
  list(json, '', 0);
  return pairs;
}

/** Lists the fields of a form that is sent in parts, as one with files is. */
const listParts = (body: string): readonly Pair[] =>
  [...body.matchAll(/\bname="([^"\n]{1,100})"/g)].map(([, name = '']) => [name, ''] as const);

function listPairs(body: string | null): readonly Pair[] {
  const json = parseBody(body);
  if (json !== undefined) return listMembers(json);
  if (body === null || body.length > 50_000) return [];
  return body.startsWith('--') ? listParts(body) : [...new URLSearchParams(body)];
}

/** Tells whether a request carries a password in its body. */
export const sendsPassword = ({ requestBody }: LoggedExchange): boolean =>
  listPairs(requestBody).some(([name]) => isPasswordName(name));

/** Reads the scheme of an Authorization field; '' where the credential stands there alone. */
const readScheme = (value: string): string => /^([a-z][a-z\d-]{0,19})\s/i.exec(value)?.[1] ?? '';

/** Lists what an exchange does with credentials, in the order of the wire; `now` is when. */
export function listEvents(exchange: LoggedExchange, now: number): readonly LogEvent[] {
  const { requestHeaders, responseHeaders, responseBody } = exchange;
  const authorization = findValue(requestHeaders, 'authorization');
  const handed = listMembers(parseBody(responseBody)).filter(
    ([name, text]) => text.length >= LEAST_TOKEN && isToken(name, text),
  );
  return [
    ...(sendsPassword(exchange) ? [{ does: 'sends', what: 'password' } as const] : []),
    ...listSent(exchange).map((name) => ({ does: 'sends', what: 'cookie', name }) as const),
    ...(authorization === null
      ? []
      : [{ does: 'sends', what: 'authorization', scheme: readScheme(authorization) } as const]),
    ...listValues(responseHeaders, 'set-cookie').map((line) => {
      const name = parseSetCookie(line)?.name ?? '';
      return { does: isClearing(line, now) ? 'clears' : 'sets', what: 'cookie', name } as const;
    }),
    ...handed.map(([name]) => ({ does: 'hands', what: 'token', name }) as const),
  ];
}
