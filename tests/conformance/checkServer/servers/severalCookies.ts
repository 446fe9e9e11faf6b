import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import type { Answer } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { decode, readOwner, servePlainTokens, sign, toClaims, verify } from './plainTokens.ts';

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
function serveRemembered({
  isGuessed = false,
  forgets = true,
  name = 'keep',
} = {}): RequestListener {
  const known = new Set<string>();
  const start = (cookie: string) => {
    const value = randomBytes(16).toString('hex');
    known.add(value);
    return `${cookie}=${value}; ${LAX}${cookie === 'sid' ? '' : '; Max-Age=2592000'}`;
  };
  const isIn = (id = '') => (isGuessed ? id.length > 8 : known.has(id));
  return servePlainly((question) => {
    const { route, body, cookies } = question;
    const [id, remembered] = [cookies.get('sid'), cookies.get(name)];
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      known.delete(id ?? '');
      return { status: 200, headers: { 'Set-Cookie': [start('sid'), start(name)] }, body: {} };
    }
    if (route === 'GET /profile') {
      const profile: Answer = { status: 200, body: { userId: 'abc123' } };
      if (isIn(id)) return profile;
      if (!known.has(remembered ?? '')) return REFUSED;
      return { ...profile, headers: { 'Set-Cookie': start('sid') } };
    }
    if (route !== 'POST /logout') return NOT_FOUND;
    known.delete(id ?? '');
    if (forgets) known.delete(remembered ?? '');
    const lines = [`sid=; ${GONE}`, ...(forgets ? [`${name}=; ${GONE}`] : [])];
    return { status: 204, headers: { 'Set-Cookie': lines } };
  });
}

const SOUND_LINE = 'Path=/auth; Max-Age=604800; HttpOnly; SameSite=Strict';

/** Serves an access token in the answer, and a refresh token in a cookie. */
function serveRefreshCookie({
  attributes = SOUND_LINE,
  secret = REFRESH_SECRET,
  clearing = 'Path=/auth; Max-Age=0',
} = {}): RequestListener {
  return servePlainTokens({
    welcome: () => ({
      status: 200,
      headers: { 'Set-Cookie': `refreshToken=${sign(toWeek(), secret)}; ${attributes}` },
      body: { accessToken: sign(toClaims()) },
    }),
    logOut: () => ({ status: 204, headers: { 'Set-Cookie': `refreshToken=; ${clearing}` } }),
  });
}

/** Serves one token in two places, and takes it from either. */
const serveBoth = () =>
  servePlainly((question) => {
    const { route, body, cookies, token } = question;
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      const given = sign(toClaims());
      return {
        status: 200,
        headers: { 'Set-Cookie': `token=${given}; ${LAX}` },
        body: { token: given },
      };
    }
    if (route !== 'GET /profile') return NOT_FOUND;
    const isIn = [cookies.get('token') ?? '', token].some((each) => readOwner(each) !== null);
    return isIn ? { status: 200, body: { userId: 'abc123' } } : REFUSED;
  });

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
    app: () => serveRemembered({ isGuessed: true }),
    says: ['fail cookie.tampered'],
  },
  {
    name: 'a remember-me cookie that outlives the logout',
    app: () => serveRemembered({ forgets: false, name: 'remember_me' }),
    says: ['fail logout.out'],
    came: { 'logout.out': /^the cookie remember_me: no line clears it: the browser keeps it$/ },
  },
  {
    name: 'a token that is taken from the header or a cookie',
    app: () => serveBoth(),
    options: ['--token-as', 'Bearer'],
    finds: /a JWT, sent as Authorization: Bearer/,
    says: ['note logout.there'],
  },
  {
    name: 'a refresh token in a cookie',
    app: () => serveRefreshCookie(),
    finds: /a JWT, sent as Authorization: Bearer/,
    says: ['note logout.copy'],
  },
  {
    name: 'a refresh cookie for every script, in milliseconds',
    app: () => serveRefreshCookie({ attributes: 'Path=/auth; Max-Age=604800000' }),
    says: [
      'fail cookie.httpOnly',
      'note logout.copy',
      'warn cookie.lifetime',
      'warn cookie.sameSite',
    ],
    came: { 'cookie.lifetime': /^the cookie refreshToken: Max-Age=604800000: 7000 days/ },
  },
  {
    name: 'a refresh cookie that no browser keeps',
    app: () => serveRefreshCookie({ attributes: 'Path=/auth; HttpOnly; SameSite=None' }),
    says: ['fail cookie.kept', 'note logout.copy', 'warn cookie.sameSite'],
  },
  {
    name: 'a refresh cookie cleared for another path',
    app: () => serveRefreshCookie({ clearing: 'Path=/; Max-Age=0' }),
    says: ['note logout.copy', 'warn logout.cleared'],
    came: { 'logout.cleared': /^the cookie refreshToken: it was set for Path=\/auth, and is/ },
  },
  {
    name: 'a refresh token signed with a published secret',
    app: () => serveRefreshCookie({ secret: 'refresh_secret' }),
    says: ['note logout.copy', 'warn secret.known'],
    came: { 'secret.known': /^the one of the cookie refreshToken is “ref…” \(14 characters\)/ },
  },
];
