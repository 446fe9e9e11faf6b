import { parseSetCookie } from '../../../sim/client/setCookie.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue, listValues } from './exchange.ts';
import type { LogEvent } from './found.ts';
import { findTokens, parseBody } from './mask.ts';

const PASSWORD = /pass(word|wd|phrase)?$|^pwd$/i;
const TOKEN = /token$|^jwt$/i;

/** Lists the names of cookies that a request carries. */
export const listSent = ({ requestHeaders }: LoggedExchange): readonly string[] =>
  listValues(requestHeaders, 'cookie').flatMap((value) =>
    value.split(';').map((pair) => pair.split('=', 1)[0]?.trim() ?? ''),
  );

/** Tells whether a line takes a cookie away, by what it says itself. */
function isClearing(line: string, now: number): boolean {
  const attributes = parseSetCookie(line)?.attributes;
  const maxAge = attributes?.get('max-age') ?? '';
  if (/^[+-]?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  const expires = Date.parse(attributes?.get('expires') ?? '') / 1000;
  return expires <= now;
}

/** Lists texts of a JSON value with the names that they have there. */
function listMembers(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) =>
    listMembers(own, Array.isArray(value) ? name : key),
  );
}

const listPairs = (body: string | null): readonly (readonly [string, string])[] => {
  const json = parseBody(body);
  if (json !== undefined) return listMembers(json);
  return body === null || body.length > 50_000 ? [] : [...new URLSearchParams(body)];
};

/** Tells whether a request carries a password in its body. */
export const sendsPassword = ({ requestBody }: LoggedExchange): boolean =>
  listPairs(requestBody).some(([name]) => PASSWORD.test(name));

/** Lists what an exchange does with credentials, in the order of the wire; `now` is when. */
export function listEvents(exchange: LoggedExchange, now: number): readonly LogEvent[] {
  const { requestHeaders, responseHeaders, responseBody } = exchange;
  const authorization = findValue(requestHeaders, 'authorization');
  const handed = listMembers(parseBody(responseBody)).filter(
    ([name, text]) => (TOKEN.test(name) && text.length >= 8) || findTokens(text).length > 0,
  );
  return [
    ...(sendsPassword(exchange) ? [{ does: 'sends', what: 'password' } as const] : []),
    ...listSent(exchange).map((name) => ({ does: 'sends', what: 'cookie', name }) as const),
    ...(authorization === null
      ? []
      : [
          {
            does: 'sends',
            what: 'authorization',
            scheme: authorization.split(' ', 1)[0] ?? '',
          } as const,
        ]),
    ...listValues(responseHeaders, 'set-cookie').map((line) => {
      const name = parseSetCookie(line)?.name ?? '';
      return { does: isClearing(line, now) ? 'clears' : 'sets', what: 'cookie', name } as const;
    }),
    ...handed.map(([name]) => ({ does: 'hands', what: 'token', name }) as const),
  ];
}
