import { holdsItself } from '../credential/holding.ts';
import { parseToken } from '../credential/jwt.ts';
import {
  decodeValue,
  readCookieJwt,
  readSessionData,
  readWrittenData,
  splitSigned,
} from '../credential/signedCookie.ts';
import type { CheckSettings } from '../settings.ts';
import { openVisitor } from '../wire/visitor.ts';
import { findCookies } from './findCookies.ts';
import type { Found, LoginShape } from './found.ts';
import { logIn } from './login.ts';
import { askProfile } from './present.ts';
import type { FoundProfile } from './profile/findProfile.ts';

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

/** Shorter than this nobody makes an ID by chance. */
const SHORTEST_ID = 16;
/** As express-session and @fastify/session make theirs: 24 random bytes, which are hardly all digits of base 16. */
const isUsualId = (id: string) => /^[\w-]{32}$/.test(id) && !/^[\da-f]+$/i.test(id);

/** Tells whether a signed value says who the user is, in place of naming a session. */
async function isSignedData(
  { holder: { visitor } }: FoundProfile,
  name: string,
  login: LoginShape,
  { username, password }: CheckSettings,
): Promise<boolean> {
  const value = visitor.jar.get(name) ?? '';
  const { id } = splitSigned(value);
  if (id.length < SHORTEST_ID || id.split(/[\s:;,|]/).includes(username)) return true;
  if (isUsualId(id)) return false;
  // A session is another at each login.
  const { net } = visitor;
  const again = await logIn(openVisitor(net), login, { username, password });
  net.count.logins += 1;
  net.count.attempts -= 1;
  return splitSigned(again.visitor.jar.get(name) ?? '').id === id;
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
): Promise<Pick<Found, 'carrier' | 'isTokenEnough' | 'kind' | 'library' | 'jwt'>> {
  if (found.how) {
    const { how, holder, profile, access } = found;
    const jwt = parseToken(holder.token ?? '');
    // A cookie beside it may open the profile as well, or belong to it.
    const bare = { visitor: openVisitor(holder.visitor.net), token: holder.token };
    const reply = await askProfile(bare, profile, how, login);
    const isTokenEnough = access.judge(reply) === 'opened';
    return { carrier: how, isTokenEnough, kind: jwt ? 'bearer' : 'opaque', library: null, jwt };
  }
  const carrier = await findCookies(found, login, settings);
  const carried = { carrier, isTokenEnough: false };
  const { jar } = found.holder.visitor;
  const value = jar.get(carrier.name) ?? '';
  const joined = carrier.split?.map((name) => decodeValue(jar.get(name) ?? '')).join('.');
  const token = joined ?? readCookieJwt(value);
  if (token !== null) {
    return { ...carried, kind: 'token cookie', library: null, jwt: parseToken(token) };
  }
  const names = jar.list().map(({ name }) => name);
  const library = guessLibrary(carrier.name, value, names, framework);
  if (holdsItself(value)) return { ...carried, kind: 'data', library, jwt: null };
  const isSigned = splitSigned(value).signature !== null || names.includes(`${carrier.name}.sig`);
  const isData =
    readWrittenData(value) !== null ||
    (isSigned && (await isSignedData(found, carrier.name, login, settings)));
  // What a library keeps is an ID, or in base64.
  if (isData) return { ...carried, kind: 'data', library: null, jwt: null };
  return { ...carried, kind: 'session', library, jwt: null };
}
