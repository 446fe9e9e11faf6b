import type { LoggedExchange } from './exchange.ts';
import type { LogFinding } from './found.ts';
import { isOpaque } from './mask/looks.ts';
import { isUsedOnce, splitPair } from './mask/maskUrl.ts';
import { isPasswordName, isToken } from './mask/names.ts';

type Named = readonly [name: string, value: string];

/** Least letters of a link for a single use; what is shorter may be a step’s number. */
const LEAST_LINK = 16;
const SHORT_NUMBER = /^\d{1,5}$/;
/** Most fields of an address that are looked at. */
const MAX_NAMED = 300;

/** Lists fields behind a semicolon in a path: `/home;jsessionid=1`. @see RFC 3986 section 3.3 */
const listParameters = (path: string): readonly Named[] =>
  path.split(/[/;]/).flatMap((field) => {
    const [name, value] = splitPair(field);
    return value === null ? [] : [[name, value] as const];
  });

/** Lists what in a path is good for one use, by the word before it. */
const listLinks = (path: string): readonly Named[] =>
  path.split('/').flatMap((segment, i, all) => {
    const before = all[i - 1] ?? '';
    const isLink = segment.length >= LEAST_LINK && isUsedOnce(segment, before);
    return isLink && isOpaque(segment) ? [[before, segment] as const] : [];
  });

function judgeField([name, value]: Named): readonly LogFinding[] {
  if (value === '') return [];
  if (isPasswordName(name)) return [{ found: 'inUrl', what: 'password', name }];
  // Pages, tickets of a queue and steps have numbers: one that is short lets nobody in.
  if (SHORT_NUMBER.test(value)) return [];
  return isToken(name, value) ? [{ found: 'inUrl', what: 'token', name }] : [];
}

/** Names what is in an address and should not be: addresses are written to logs. */
export function judgeUrl({ url }: LoggedExchange): readonly LogFinding[] {
  const { username, password, pathname, searchParams, hash } = new URL(url);
  // A page may keep a path with its own query in the fragment.
  const [route = '', query] = hash.slice(1).split('?', 2);
  const fields = [
    ...searchParams,
    ...new URLSearchParams(query ?? route),
    ...listParameters(pathname),
  ];
  const links = listLinks(pathname).map(
    ([name]) => ({ found: 'inUrl', what: 'token', name }) as const,
  );
  const user =
    username && password ? [{ found: 'inUrl', what: 'password', name: username } as const] : [];
  return [...user, ...fields.slice(0, MAX_NAMED).flatMap(judgeField), ...links.slice(0, MAX_NAMED)];
}
