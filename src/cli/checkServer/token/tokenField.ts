import type { Reply } from '../shared/exchange.ts';
import { describeReply, parseBody } from '../shared/reply.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Tells whether a token consists of what may stand behind `Bearer`. @see RFC 6750 section 2.1 */
export const isSendable = (token: string) => /^[\w.~+/-]+=*$/.test(token);

/** Finds the token in the answer to a login, and says what came. `field` may hold dots. */
export function findToken(
  reply: Reply,
  field: string,
): { readonly token: string | null; readonly came: string } {
  const body = parseBody(reply);
  if (body === undefined) return { token: null, came: `no JSON: ${describeReply(reply)}` };
  let value: unknown = body;
  for (const name of field.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) {
      const names = isObject(value) ? Object.keys(value).slice(0, 9).join(', ') : '';
      const there = names === '' ? 'nothing' : names;
      return { token: null, came: `no member "${name}": there is ${there} (--token-field)` };
    }
    value = value[name];
  }
  if (typeof value === 'string' && value !== '')
    return { token: value, came: `"${field}" is there` };
  return { token: null, came: `"${field}" is no text` };
}
