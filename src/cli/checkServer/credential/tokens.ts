import type { Reply } from '../wire/exchange.ts';
import { isObject, isOk, listLeaves, parseBody } from '../wire/reply.ts';
import { parseToken } from './jwt.ts';

/** A token in the answer to a login. */
export interface GivenToken {
  readonly token: string;
  /** The member that holds it, with dots; or the name of a header. */
  readonly field: string;
  /** `Bearer` and the like, where it stood before the token. */
  readonly scheme: string | null;
  /** Whether only its look says so. */
  readonly isGuess: boolean;
}

const NAME = /token|jwt|bearer|^access$|^refresh$/i;
const HEADERS = ['authorization', 'x-auth-token', 'x-access-token', 'access-token'];

/** Names of IDs that stand for somebody, and not for a login. */
const PERSON = /^_id$|^uid$|user_?id$|\.id$/i;

/** Tells what looks like a random ID: long, without spaces, letters and digits; Laravel writes `1|…`. */
export const isIdLike = (text: string): boolean =>
  /^[\w.~+/=%|-]{16,4096}$/.test(text) && /\d/.test(text) && /[a-z]/i.test(text);

function toGiven(text: string, field: string, isNamed: boolean): GivenToken | null {
  const [, scheme = null, token = ''] = /^(?:(Bearer|JWT|Token) )?(\S+)$/i.exec(text) ?? [];
  if (isNamed) return token === '' ? null : { token, field, scheme, isGuess: false };
  if (/csrf|xsrf/i.test(field)) return null;
  const isToken = parseToken(token) !== null || (NAME.test(field) && token.length >= 8);
  if (isToken) return { token, field, scheme, isGuess: false };
  return isIdLike(token) && !PERSON.test(field) ? { token, field, scheme, isGuess: true } : null;
}

/**
 * Lists the tokens of a login's answer, in body and header: the member `tokenField`, what is a JWT, and
 * what is called a token. What only looks like an ID counts where nothing else came, no cookie either.
 */
export function listTokens(reply: Reply, tokenField: string | null = null): GivenToken[] {
  const body = parseBody(reply);
  const leaves = isObject(body) ? listLeaves(body) : [];
  const texts = leaves.map(({ path, value }) => ({ field: path.join('.'), value }));
  // Some answer with the token alone, as JSON or as it is.
  const whole = { field: '(the body)', value: typeof body === 'string' ? body : reply.text.trim() };
  const headers = HEADERS.map((field) => ({ field, value: reply.headers.get(field) }));
  const given = [...texts, ...(isObject(body) ? [] : [whole]), ...headers].flatMap(
    ({ field, value }) =>
      typeof value === 'string' && value.length <= 65_536
        ? (toGiven(value, field, field === tokenField) ?? [])
        : [],
  );
  const sure = given.filter(({ isGuess }) => !isGuess);
  const isAlone = sure.length === 0 && reply.setCookies.length === 0 && isOk(reply);
  const rank = ({ field }: GivenToken) => {
    if (field === tokenField) return -1;
    if (/refresh/i.test(field)) return 2;
    return /access|^token$|jwt|session|sid$/i.test(field) ? 0 : 1;
  };
  return (isAlone ? given : sure).sort((one, other) => rank(one) - rank(other));
}
