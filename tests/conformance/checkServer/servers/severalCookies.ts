import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import type { Answer } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { decode, sign, toClaims, verify } from './plainTokens.ts';

const LAX = 'Path=/; HttpOnly; SameSite=Lax';
const GONE = 'Path=/; Max-Age=0';
const REFRESH_SECRET = 'another secret of no list';

const toWeek = () => {
  const { id, iat } = toClaims();
  return { id, jti: randomBytes(8).toString('hex'), iat, exp: iat + 7 * 86_400 };
};

/** Serves an access token in a cookie, which a guard renews from the refresh token in another. */
function serveSilentRefresh(read = (token: string) => verify(token)): RequestListener {
  const ended = new Set<unknown>();
  const tryOut = (use: () => Readonly<Record<string, unknown>>) => {
    try {
      return use();
    } catch {
      return null;
    }
  };
  const toAccess = () => `access_token=${sign(toClaims())}; ${LAX}`;
  return servePlainly((question) => {
    const { route, body, cookies } = question;
    const access = tryOut(() => read(cookies.get('access_token') ?? ''));
    const refresh = tryOut(() =>
      verify(cookies.get('refresh_token') ?? '', ['HS256'], REFRESH_SECRET),
    );
    const mayRenew = refresh !== null && !ended.has(refresh.jti);
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      const token = sign(toWeek(), REFRESH_SECRET);
      const lines = [toAccess(), `refresh_token=${token}; ${LAX}`];
      return { status: 200, headers: { 'Set-Cookie': lines }, body: {} };
    }
    if (route === 'GET /profile') {
      const profile: Answer = { status: 200, body: { userId: 'abc123' } };
      if (access) return profile;
      return mayRenew ? { ...profile, headers: { 'Set-Cookie': toAccess() } } : REFUSED;
    }
    if (route !== 'POST /logout') return NOT_FOUND;
    ended.add(refresh?.jti);
    const lines = [`access_token=; ${GONE}`, `refresh_token=; ${GONE}`];
    return { status: 204, headers: { 'Set-Cookie': lines } };
  });
}

/** Serves a session beside a cookie that brings the user back when it is over. */
function serveRemembered(isGuessed = false): RequestListener {
  const known = new Set<string>();
  const start = (name: string) => {
    const value = randomBytes(16).toString('hex');
    known.add(value);
    return `${name}=${value}; ${LAX}${name === 'sid' ? '' : '; Max-Age=2592000'}`;
  };
  const isIn = (id = '') => (isGuessed ? id.length > 8 : known.has(id));
  return servePlainly((question) => {
    const { route, body, cookies } = question;
    const [id, remembered] = [cookies.get('sid'), cookies.get('keep')];
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      known.delete(id ?? '');
      return { status: 200, headers: { 'Set-Cookie': [start('sid'), start('keep')] }, body: {} };
    }
    if (route === 'GET /profile') {
      const profile: Answer = { status: 200, body: { userId: 'abc123' } };
      if (isIn(id)) return profile;
      if (!known.has(remembered ?? '')) return REFUSED;
      return { ...profile, headers: { 'Set-Cookie': start('sid') } };
    }
    if (route !== 'POST /logout') return NOT_FOUND;
    for (const each of [id, remembered]) known.delete(each ?? '');
    return { status: 204, headers: { 'Set-Cookie': [`sid=; ${GONE}`, `keep=; ${GONE}`] } };
  });
}

/** Servers whose login brings more than one cookie that opens the profile. */
export const SEVERAL_COOKIES: readonly Case[] = [
  {
    name: 'an access token that is renewed from the refresh token in another cookie',
    app: () => serveSilentRefresh(),
    finds: /a JWT in the cookie access_token$/m,
    says: ['note logout.copy'],
  },
  {
    name: 'the same, and the access token is only decoded',
    app: () => serveSilentRefresh((token) => decode(token.split('.')[1])),
    says: ['fail token.payload', 'note logout.copy'],
  },
  {
    name: 'a session beside a remember-me cookie',
    app: () => serveRemembered(),
    finds: /a session ID in the cookie sid$/m,
  },
  {
    name: 'the same, and any session ID is taken',
    app: () => serveRemembered(true),
    says: ['fail cookie.tampered'],
  },
];
