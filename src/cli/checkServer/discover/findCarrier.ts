import type { StoredCookie } from '../../../sim/client/jar.ts';
import { parseToken, type TokenParts } from '../credential/jwt.ts';
import { decodeValue, readSessionData, splitSigned } from '../credential/signedCookie.ts';
import type { CheckSettings } from '../settings.ts';
import { openVisitor } from '../wire/visitor.ts';
import { CannotCheck } from './cannotCheck.ts';
import type { FoundProfile } from './findProfile.ts';
import type { Carrier, Kind, Library, LoginShape } from './found.ts';
import type { Holder } from './login.ts';
import { askProfile } from './present.ts';

type CookieCarrier = Extract<Carrier, { in: 'cookie' }>;

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

/**
 * Finds as few cookies as open the profile together: beside a refresh token or a remember-me cookie
 * the others open it too, so that an attack has to go without them.
 */
async function findCookies(
  { holder, profile, access }: FoundProfile,
  login: LoginShape,
  { cookieName }: CheckSettings,
): Promise<CookieCarrier> {
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
  return { in: 'cookie', name: needed[0] ?? '', all: withSignatures(needed) };
}

/** Reads the JWT in a cookie's value, signed once more by Express or not. */
export function readCookieJwt(value: string): string | null {
  const text = decodeValue(value).replace(/^(Bearer|JWT) /i, '');
  if (parseToken(text)) return text;
  const { id, signature } = splitSigned(value);
  return signature !== null && parseToken(id) ? id : null;
}

function guessLibrary(name: string, value: string, names: readonly string[], framework: string) {
  const isSigned = names.includes(`${name}.sig`);
  const { signature, isExpress } = splitSigned(value);
  const data = readSessionData(value);
  if (/^Fe26\.2\*/.test(decodeValue(value))) return 'iron-session';
  if (data && '_expire' in data) return 'koa-session';
  if (isSigned)
    return framework === 'Koa' || name.startsWith('koa') ? 'koa-session' : 'cookie-session';
  if (signature !== null && isExpress) return 'express-session';
  return signature !== null && framework === 'Fastify' ? '@fastify/session' : null;
}

/** Tells the framework by how it says that there is no page. */
export const guessFramework = (nothing: string): string => {
  if (/^\{"message":"Route (GET|POST):/.test(nothing)) return 'Fastify';
  if (/<pre>Cannot (GET|POST) /.test(nothing)) return 'Express';
  return nothing === 'Not Found' ? 'Koa' : '';
};

/** Finds out what carries the login, and of which kind it is. @throws WireError */
export async function findCarrier(
  found: FoundProfile,
  login: LoginShape,
  settings: CheckSettings,
  framework: string,
): Promise<{ carrier: Carrier; kind: Kind; library: Library | null; jwt: TokenParts | null }> {
  if (found.how) {
    const jwt = parseToken(found.holder.token ?? '');
    return { carrier: found.how, kind: jwt ? 'bearer' : 'opaque', library: null, jwt };
  }
  const carrier = await findCookies(found, login, settings);
  const { jar } = found.holder.visitor;
  const value = jar.get(carrier.name) ?? '';
  const token = readCookieJwt(value);
  if (token !== null) {
    return { carrier, kind: 'token cookie', library: null, jwt: parseToken(token) };
  }
  const names = jar.list().map(({ name }) => name);
  const library = guessLibrary(carrier.name, value, names, framework);
  const isData = readSessionData(value) !== null || library === 'iron-session';
  return { carrier, kind: isData ? 'data' : 'session', library, jwt: null };
}
