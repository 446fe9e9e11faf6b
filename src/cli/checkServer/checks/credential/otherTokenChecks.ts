import type { Bench } from '../../control/bench.ts';
import { readCredential, toCarried, withCredential } from '../../control/bench.ts';
import { parseToken, type TokenParts } from '../../credential/jwt.ts';
import { readCookieJwt } from '../../credential/signedCookie.ts';
import type { Carrier } from '../../discover/found.ts';
import { askProfile } from '../../discover/present.ts';
import type { Reply } from '../../wire/exchange.ts';
import { describeReply } from '../../wire/reply.ts';
import { openVisitor } from '../../wire/visitor.ts';
import { type Check, COOKIE_KINDS, judge, pass, say, skip } from '../check.ts';
import { sayTime, toTokenLifetime } from './claimChecks.ts';

/** A further token that the login brought, in its body or in a cookie. */
export interface OtherToken {
  readonly name: string;
  readonly token: string;
  readonly parts: TokenParts | null;
}

/** Lists the tokens of the last login that do not carry it, the refresh token for one. */
export function listOthers(bench: Bench): OtherToken[] {
  const { found } = bench;
  const holder = bench.logins.at(-1)?.holder ?? bench.holder();
  const own = readCredential(found, holder);
  const carried = [own, readCookieJwt(own)];
  const inBody = holder.tokens.map(({ token, field }) => ({ name: field, token }));
  const inCookies = holder.visitor.jar.list().flatMap(({ name, value }) => {
    const token = readCookieJwt(value);
    return token === null ? [] : [{ name: `the cookie ${name}`, token }];
  });
  return [...inBody, ...inCookies]
    .filter(({ token }) => !carried.includes(token))
    .map((other) => ({ ...other, parts: parseToken(other.token) }));
}

const isRefresh = ({ name, parts }: OtherToken, { found: { jwt } }: Bench) => {
  if (/refresh/i.test(name)) return true;
  const [own, other] = [jwt?.claims.exp, parts?.claims.exp];
  return typeof own === 'number' && typeof other === 'number' && other - own > 3600;
};

/** Presents a token in place of the one that carries the login, in its place and as Bearer. */
export async function opensWith(bench: Bench, token: string): Promise<Reply> {
  const { found, net } = bench;
  const { carrier, profile, login } = found;
  const bearer: Extract<Carrier, { in: 'header' }> = {
    ...{ in: 'header', header: 'Authorization', scheme: 'Bearer', field: '' },
  };
  if (carrier.in === 'cookie') {
    const { all, name, split } = carrier;
    const kept = { ...found, carrier: { ...carrier, all: split ? all : [name] } };
    const { visitor } = withCredential(found, toCarried(kept, bench.holder()), token);
    const reply = await askProfile({ visitor, token: null }, profile, null, login);
    if (found.kind === 'token cookie') return reply;
  }
  const visitor = openVisitor(net);
  return askProfile({ visitor, token }, profile, carrier.in === 'header' ? carrier : bearer, login);
}

export const OTHER_TOKEN_CHECKS: readonly Check[] = [
  {
    id: 'refresh.notAccess',
    step: 7,
    kinds: ['bearer', 'token cookie', 'opaque'],
    worst: 'fail',
    expected: 'a refresh token opens nothing but a new token',
    why: 'It lives for weeks, and would be an access token that does so. Sign it with another secret, or ask for its typ or aud.',
    follows: ['token.payload', 'token.signature', 'token.none'],
    async run(bench) {
      const others = listOthers(bench).filter((other) => isRefresh(other, bench));
      if (others.length === 0) return skip('the login brings none');
      for (const { name, token } of others) {
        const reply = await opensWith(bench, token);
        if (bench.access.judge(reply) === 'opened') {
          return say('fail', `${name} opened the profile: ${describeReply(reply)}`);
        }
      }
      if (!(await bench.opens(bench.holder())))
        return skip('the true credential opened nothing either');
      return pass(`${others.map(({ name }) => name).join(', ')}: refused`);
    },
  },
  {
    id: 'refresh.lifetime',
    step: 12,
    kinds: ['bearer', 'opaque', ...COOKIE_KINDS],
    worst: 'warn',
    expected: 'every other token of the login ends too, within a year',
    why: 'What never ends is a key for ever to whoever finds a copy.',
    async run(bench) {
      const others = listOthers(bench).filter(({ parts }) => parts !== null);
      if (others.length === 0) return skip('the login brings none');
      for (const { name, parts } of others) {
        const lifetime = parts && toTokenLifetime(parts, bench.net.now);
        if (lifetime === null) return say('warn', `${name} has no exp`);
        if (lifetime > 366 * 86_400) return say('warn', `${name} lives ${sayTime(lifetime)}`);
      }
      return judge(true, others.map(({ name }) => name).join(', '), 'warn');
    },
  },
];
