import type { Reply } from '../../wire/exchange.ts';
import type { Net } from '../../wire/net.ts';
import { readText } from '../../wire/reply.ts';
import { openVisitor, toJson, type VisitReply } from '../../wire/visitor.ts';

const WORDS = /(?<![a-z])(?:origins?|cors|referr?er)(?![a-z])|cross[- ]site (?!request forgery)/i;

/** Tells whether a refusal speaks of where the request comes from. */
export const saysOrigin = (reply: Reply): boolean =>
  reply.status >= 400 && WORDS.test(readText(reply));

/** Says as whom a server was asked in the end. */
export function sayOrigin({ origin }: Pick<Net, 'origin'>): string {
  if (origin === 'none') return 'it lets in what sends none';
  return origin === null ? 'it lets in its own over https' : `it lets in ${origin}`;
}

/** Where the front ends of development servers are. */
const FRONT_ENDS = [5173, 3000, 4200, 8080].map((port) => `http://localhost:${port}`);
const MAX_NAMED = 3;

/** Lists the origins that answers name: as allowed, or in what they say. */
function listNamed(replies: readonly Reply[]): readonly string[] {
  const texts = replies.map((reply) => {
    const allowed = reply.headers.get('access-control-allow-origin') ?? '';
    return `${allowed} ${saysOrigin(reply) ? readText(reply) : ''}`;
  });
  const urls = texts.join(' ').match(/https?:\/\/[\w.-]+(?::\d+)?/g) ?? [];
  return urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
}

/** Lists as whom to ask, the likeliest first: as a page behind a proxy, as the front end, as no page. */
function listWays(
  net: Net,
  url: URL,
  replies: readonly Reply[],
): Pick<Net, 'origin' | 'headers'>[] {
  const { headers } = net;
  const others = new Set([...listNamed(replies).slice(0, MAX_NAMED), ...FRONT_ENDS]);
  others.delete(url.origin);
  const behindProxy = { origin: null, headers: { ...headers, 'X-Forwarded-Proto': 'https' } };
  const isHttp = url.protocol === 'http:' && !('X-Forwarded-Proto' in headers);
  return [
    ...(isHttp ? [behindProxy] : []),
    ...[...others, 'none'].map((origin) => ({ origin, headers })),
  ];
}

/**
 * Looks for the origin that a server lets in, where it refuses its own, and goes on with it. Nobody
 * logs in for that: the body is empty. `null` where none helps. @throws WireError
 */
export async function passOrigin(
  net: Net,
  refused: Reply,
  others: readonly Reply[] = [],
): Promise<VisitReply | null> {
  const { url } = refused;
  const { origin, headers } = net;
  for (const way of listWays(net, url, [refused, ...others])) {
    Object.assign(net, way);
    const reply = await openVisitor(net).send('POST', url, { body: toJson({}) });
    const isOther = reply.status !== refused.status || saysOrigin(refused);
    if (isOther && !saysOrigin(reply)) return reply;
  }
  Object.assign(net, { origin, headers });
  return null;
}
