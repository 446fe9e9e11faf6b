import { openVisitor, toJson, type VisitReply } from '../wire/visitor.ts';
import type { Carrier, LoginShape, ProfileShape } from './found.ts';
import type { Holder } from './holder.ts';
import { fetchExtras } from './login.ts';

type How = Extract<Carrier, { in: 'header' }> | null;

/** Returns the header that presents a token. */
export const toTokenHeader = ({ header, scheme }: NonNullable<How>, token: string) => ({
  [header]: scheme === '' ? token : `${scheme} ${token}`,
});

/** Asks for a profile with whatever somebody holds. @throws WireError */
export async function askProfile(
  { visitor, token }: Pick<Holder, 'visitor' | 'token'>,
  { url, method, query }: ProfileShape,
  how: How,
  csrf: Pick<LoginShape, 'csrfPages'> = { csrfPages: [] },
  more: Readonly<Record<string, string>> = {},
): Promise<VisitReply> {
  const headers = { ...(how && token !== null && toTokenHeader(how, token)), ...more };
  if (method === 'GET') return visitor.send('GET', url, { headers });
  const extras = await fetchExtras(visitor, { ...csrf, page: null, as: 'json' });
  return visitor.send('POST', url, {
    headers: { ...extras.headers, ...headers },
    body: toJson(query === undefined ? {} : { query }),
  });
}

/** Returns somebody with the same cookies, whose requests leave the other's jar alone. */
export const toCopy = (holder: Holder): Holder => ({
  ...holder,
  visitor: openVisitor(holder.visitor.net, holder.visitor.jar.list()),
});
