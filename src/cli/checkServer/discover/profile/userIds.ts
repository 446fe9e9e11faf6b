import { parseToken } from '../../credential/jwt.ts';
import { isObject, listLeaves, parseBody } from '../../wire/reply.ts';
import type { Holder } from '../holder.ts';

const NAME = /^(?:_?id|user_?id|uid|uuid|sub|pk)$/i;
/** What has an ID of its own, and is no user. */
const OTHER = /session|token|role|tenant|team|org|device|client/i;
const MAX_IDS = 2;

/** Lists the IDs of the user that a login brought: in its answer, or in the claims of its token. */
export function listUserIds({
  reply,
  tokens,
}: Pick<Holder, 'reply' | 'tokens'>): readonly string[] {
  const body = parseBody(reply);
  const claims = tokens.map(({ token }) => parseToken(token)?.claims);
  const leaves = [body, ...claims].flatMap((each) => (isObject(each) ? listLeaves(each) : []));
  const ids = leaves.flatMap(({ path, value }) => {
    const isNamed = NAME.test(path.at(-1) ?? '') && !OTHER.test(path.join('.'));
    const id = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
    return isNamed && /^[\w-]{1,64}$/.test(id) ? [id] : [];
  });
  return [...new Set(ids)].slice(0, MAX_IDS);
}
