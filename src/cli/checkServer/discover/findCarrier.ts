import { parseToken, type TokenParts } from '../credential/jwt.ts';
import { decodeValue, readSessionData, splitSigned } from '../credential/signedCookie.ts';
import type { CheckSettings } from '../settings.ts';
import { openVisitor } from '../wire/visitor.ts';
import { CannotCheck } from './cannotCheck.ts';
import type { FoundProfile } from './findProfile.ts';
import type { Carrier, Kind, Library, LoginShape } from './found.ts';
import { askProfile } from './present.ts';

type CookieCarrier = Extract<Carrier, { in: 'cookie' }>;

/** Finds the cookies without which the profile does not open. */
async function findCookies(
  { holder, profile, access }: FoundProfile,
  login: LoginShape,
  { cookieName }: CheckSettings,
): Promise<CookieCarrier> {
  const { jar, net } = holder.visitor;
  const names = [...new Set(jar.list().map(({ name }) => name))];
  if (cookieName !== null && !names.includes(cookieName)) {
    throw new CannotCheck(`--cookie-name ${cookieName}: the login brings ${names.join(', ')}.`);
  }
  const needed: string[] = [];
  if (names.length > 1) {
    for (const name of names) {
      const without = jar.list().filter((cookie) => cookie.name !== name);
      const visitor = openVisitor(net, without);
      const reply = await askProfile({ visitor, token: null }, profile, null, login);
      if (access.judge(reply) !== 'opened') needed.push(name);
    }
  }
  const all = needed.length > 0 ? needed : names;
  const isHidden = (name: string) => jar.list().some((each) => each.name === name && each.httpOnly);
  const rank = (name: string) => {
    if (name === cookieName) return 0;
    if (name.endsWith('.sig') || /csrf|xsrf/i.test(name)) return 3;
    return isHidden(name) ? 1 : 2;
  };
  const [name = ''] = [...all].sort((one, other) => rank(one) - rank(other));
  return { in: 'cookie', name, all };
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
