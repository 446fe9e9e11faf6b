import type { StoredCookie } from '../../../sim/client/jar.ts';
import { parseToken } from '../credential/jwt.ts';
import { decodeValue, readCookieJwt } from '../credential/signedCookie.ts';
import type { CheckSettings } from '../settings.ts';
import { openVisitor } from '../wire/visitor.ts';
import { CannotCheck } from './cannotCheck.ts';
import type { Carrier, LoginShape } from './found.ts';
import type { Holder } from './holder.ts';
import { askProfile } from './present.ts';
import type { FoundProfile } from './profile/findProfile.ts';

const isGuard = (name: string) => /csrf|xsrf/i.test(name);

/** Returns when a cookie is over, or the JWT in it; 0 for one that goes with the browser. */
function toEnd({ value, expires }: StoredCookie): number {
  const exp = parseToken(readCookieJwt(value) ?? '')?.claims.exp;
  return typeof exp === 'number' ? exp : (expires ?? 0);
}

/** Lists cookies so that what most likely carries the login is first: the signature goes with what it signs. */
function rankCookies({ visitor }: Holder, cookieName: string | null): readonly string[] {
  const cookies = visitor.jar.list();
  const isSignature = (name: string) =>
    name.endsWith('.sig') && cookies.some((each) => each.name === name.slice(0, -4));
  const rank = ({ name, httpOnly }: StoredCookie) => {
    if (name === cookieName) return 0;
    if (isGuard(name)) return 4;
    // What brings a new credential is a spare key.
    if (/refresh|remember/i.test(name)) return 3;
    return httpOnly ? 1 : 2;
  };
  const ranked = cookies
    .filter(({ name }) => !isSignature(name))
    .sort((one, other) => rank(one) - rank(other) || toEnd(one) - toEnd(other));
  return [...new Set(ranked.map(({ name }) => name))];
}

/** Lists the ways to put two or three of some names in a row. */
function listRows(names: readonly string[]): string[][] {
  const pairs = names.flatMap((one) => names.filter((each) => each !== one).map((b) => [one, b]));
  const thirds = pairs.flatMap((pair) =>
    names.filter((each) => !pair.includes(each)).map((third) => [...pair, third]),
  );
  return [...pairs, ...thirds];
}

/** More cookies than these carry no login. */
const MOST_PARTS = 5;
/** Of HS256, in base64. */
const SHORTEST_SIGNATURE = 43;

/** Finds the cookies over which a JWT is split, so that scripts read its payload and not its signature. */
function findSplit({ visitor: { jar } }: Holder, names: readonly string[]) {
  const read = (name: string) => decodeValue(jar.get(name) ?? '');
  const isToken = (row: readonly string[]) => {
    const [, , signature = ''] = parseToken(row.map(read).join('.'))?.raw ?? [];
    return signature.length >= SHORTEST_SIGNATURE;
  };
  return listRows(names.slice(0, MOST_PARTS)).find(isToken) ?? null;
}

/**
 * Finds as few cookies as open the profile together: beside a refresh token or a remember-me cookie
 * the others open it too, so that an attack has to go without them.
 */
export async function findCookies(
  { holder, profile, access }: FoundProfile,
  login: LoginShape,
  { cookieName }: CheckSettings,
): Promise<Extract<Carrier, { in: 'cookie' }>> {
  const { jar, net } = holder.visitor;
  const names = new Set(jar.list().map(({ name }) => name));
  if (cookieName !== null && !names.has(cookieName)) {
    throw new CannotCheck(
      `--cookie-name ${cookieName}: the login brings ${[...names].join(', ')}.`,
    );
  }
  const ranked = rankCookies(holder, cookieName);
  const withSignatures = (some: readonly string[]) =>
    some.flatMap((name) => [name, `${name}.sig`].filter((each) => names.has(each)));
  let needed = ranked;
  for (const name of [...ranked].reverse()) {
    if (name === cookieName || needed.length === 1) continue;
    const without = needed.filter((each) => each !== name);
    const sent = withSignatures(without);
    const visitor = openVisitor(
      net,
      jar.list().filter((cookie) => sent.includes(cookie.name)),
    );
    const reply = await askProfile({ visitor, token: null }, profile, null, login);
    if (access.judge(reply) !== 'opened') continue;
    needed = without;
    // It may have been renewed by the way.
    jar.store(reply);
  }
  // A server that does not look at the signature opens without it.
  const parts = ranked.filter((name) => needed.includes(name) || /sig/i.test(name));
  const split = findSplit(holder, needed) ?? findSplit(holder, parts);
  const carrying = split ? ranked.filter((name) => split.includes(name)) : needed;
  return { in: 'cookie', name: carrying[0] ?? '', all: withSignatures(carrying), split };
}
