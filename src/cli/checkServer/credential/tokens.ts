import type { Reply } from '../wire/exchange.ts';
import { isObject, listLeaves, parseBody } from '../wire/reply.ts';
import { parseToken } from './jwt.ts';

/** A token in the answer to a login. */
export interface GivenToken {
  readonly token: string;
  /** The member that holds it, with dots; or the name of a header. */
  readonly field: string;
  /** `Bearer` and the like, where it stood before the token. */
  readonly scheme: string | null;
}

const NAME = /token|jwt|bearer|^access$|^refresh$/i;
const HEADERS = ['authorization', 'x-auth-token', 'x-access-token', 'access-token'];

function toGiven(text: string, field: string): GivenToken | null {
  const [, scheme = null, token = ''] = /^(?:(Bearer|JWT|Token) )?(\S+)$/i.exec(text) ?? [];
  const isToken = parseToken(token) !== null || (NAME.test(field) && token.length >= 8);
  return isToken && !/csrf|xsrf/i.test(field) ? { token, field, scheme } : null;
}

/** Lists the tokens of a login's answer: what is a JWT, or is called a token, in body and header. */
export function listTokens(reply: Reply): GivenToken[] {
  const body = parseBody(reply);
  const leaves = isObject(body) ? listLeaves(body) : [];
  const texts = leaves.map(({ path, value }) => ({ field: path.join('.'), value }));
  // Some answer with the token alone, as JSON or as it is.
  const whole = { field: '(the body)', value: typeof body === 'string' ? body : reply.text };
  const headers = HEADERS.map((field) => ({ field, value: reply.headers.get(field) }));
  const given = [...texts, ...(isObject(body) ? [] : [whole]), ...headers].flatMap(
    ({ field, value }) =>
      typeof value === 'string' && value.length <= 65_536 ? (toGiven(value, field) ?? []) : [],
  );
  const rank = ({ field }: GivenToken) =>
    /refresh/i.test(field) ? 2 : /access|^token$|jwt/i.test(field) ? 0 : 1;
  return given.sort((one, other) => rank(one) - rank(other));
}
