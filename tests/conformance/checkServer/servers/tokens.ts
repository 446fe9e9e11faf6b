import type { Case } from '../suite.ts';
import { isAda, REFUSED, servePlainly } from './plainServer.ts';
import {
  decode,
  servePlainTokens,
  sign,
  toClaims,
  verify,
  verifySignature,
} from './plainTokens.ts';

const give = (body: unknown, headers = { 'Cache-Control': 'no-store' }) =>
  servePlainTokens({ welcome: () => ({ status: 200, headers, body }) });
const giveClaims = (claims: object) =>
  servePlainTokens({
    welcome: () => ({ status: 200, body: { token: sign({ ...toClaims(), ...claims }) } }),
  });
const now = () => Math.floor(Date.now() / 1000);
const acceptNone = (token: string) => {
  const [header, payload] = token.split('.');
  return decode(header).alg === 'none' ? decode(payload) : verify(token);
};
const decodeOnly = (token: string) => decode(token.split('.')[1]);
const acceptUnsigned = (token: string) => (token.endsWith('.') ? decodeOnly(token) : verify(token));
/** Verifies a token so often, as one that ends meanwhile, however slow the machine is. */
const verifyAWhile = () => {
  const uses = new Map<string, number>();
  return (token: string) => {
    const claims = verifySignature(token);
    const used = uses.get(token) ?? 0;
    uses.set(token, used + 1);
    if (used >= 14) throw new Error('over');
    return claims;
  };
};
const TUTORIAL = 'your-256-bit-secret';
const NO_LOGOUT = 'note logout.there';

/** Makes a server that takes its token in another place than `Authorization: Bearer`. */
function serveElsewhere(header: string, prefix: string) {
  return servePlainly((question) => {
    const { route, headers } = question;
    if (route === 'POST /login') {
      return isAda(question) ? { status: 200, body: { token: sign(toClaims()) } } : REFUSED;
    }
    if (route !== 'GET /profile') return { status: 404 };
    const given = headers[header] ?? '';
    try {
      const { id } = verify(given.startsWith(prefix) ? given.slice(prefix.length) : '');
      return { status: 200, body: { user: { id } } };
    } catch {
      return REFUSED;
    }
  });
}

/** Servers of node:http alone, with a JWT in a header. */
export const TOKENS: readonly Case[] = [
  {
    name: 'a sound token server',
    app: () => servePlainTokens(),
    says: [NO_LOGOUT],
    finds: /Authorization: Bearer/,
  },
  {
    name: 'a token without exp',
    app: () => giveClaims({ exp: undefined }),
    says: ['fail token.exp', NO_LOGOUT],
    came: { 'token.exp': /no exp; there is id, iat/ },
  },
  {
    name: 'exp in milliseconds',
    app: () => giveClaims({ exp: Date.now() + 900_000 }),
    says: ['fail token.exp', NO_LOGOUT],
    came: { 'token.exp': /exp \d{13}$/ },
  },
  {
    name: 'a token that is dead at birth',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign({ ...toClaims(), exp: now() }) } }),
      }),
    says: ['fail token.lifetime'],
    came: { 'token.lifetime': /over before it could be used/ },
  },
  {
    name: 'a token of three seconds',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign({ ...toClaims(), exp: now() + 3 }) } }),
        read: verifyAWhile(),
      }),
    options: ['--profile-path', '/profile'],
    skips: ['logout.copy'],
    says: ['fail token.lifetime'],
    may: [NO_LOGOUT],
    came: { 'token.lifetime': /^3 s$/ },
  },
  {
    name: 'a token for a month',
    app: () => giveClaims({ exp: now() + 30 * 86_400 }),
    says: ['warn token.lifetime', NO_LOGOUT],
    came: { 'token.lifetime': /^30 days$/ },
  },
  {
    name: 'a token for a month, which the logout ends',
    app: () => {
      const ended = new Set<string>();
      return servePlainTokens({
        welcome: () => {
          const claims = { ...toClaims(), jti: Math.random(), exp: now() + 30 * 86_400 };
          return { status: 200, body: { token: sign(claims) } };
        },
        read: (token) => {
          if (ended.has(token)) throw new Error('ended');
          return verify(token);
        },
        logOut: (token) => {
          ended.add(token);
          return { status: 204 };
        },
      });
    },
    says: ['note token.lifetime'],
    came: { 'token.lifetime': /^30 days, and the logout ends it before$/ },
  },
  {
    name: 'a token for ten years',
    app: () => giveClaims({ exp: now() + 3650 * 86_400 }),
    says: ['fail token.lifetime', NO_LOGOUT],
  },
  {
    name: 'alg none accepted',
    app: () => servePlainTokens({ read: acceptNone }),
    says: ['fail token.none', NO_LOGOUT],
  },
  {
    name: 'a missing signature accepted',
    app: () => servePlainTokens({ read: acceptUnsigned }),
    says: ['fail token.signature', NO_LOGOUT],
  },
  {
    name: 'no signature checked',
    app: () => servePlainTokens({ read: decodeOnly }),
    says: ['fail token.payload', NO_LOGOUT],
  },
  {
    name: 'no signature checked, and a random quote in the profile',
    app: () =>
      servePlainTokens({ read: decodeOnly, profile: (id) => ({ id, quote: Math.random() }) }),
    says: ['fail token.payload', NO_LOGOUT],
  },
  {
    name: 'no signature checked, and a status page of 200 for everybody',
    app: () =>
      servePlainTokens({
        read: decodeOnly,
        profile: (id) => ({ loggedIn: id !== undefined }),
        refuse: () => ({ status: 200, body: { loggedIn: false } }),
      }),
    says: ['fail token.payload', 'note profile.refusal', NO_LOGOUT],
  },
  {
    name: 'a secret out of a tutorial, and any algorithm',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign(toClaims(), TUTORIAL) } }),
        read: (token) => verify(token, ['HS256', 'HS512'], TUTORIAL),
      }),
    says: ['fail secret.known', 'note token.algorithm', NO_LOGOUT],
    came: { 'secret.known': /“you…” \(19 characters\), and a forgery/ },
  },
  {
    name: 'a secret out of a tutorial in other letters',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign(toClaims(), 'MYSECRETKEY') } }),
        read: (token) => verify(token, ['HS256'], 'MYSECRETKEY'),
      }),
    says: ['fail secret.known', NO_LOGOUT],
  },
  {
    name: 'a secret that only its owner could guess',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: sign(toClaims(), 'our-dog-rex') } }),
        read: (token) => verify(token, ['HS256'], 'our-dog-rex'),
      }),
    options: ['--secret', 'our-cat', '--secret', 'our-dog-rex'],
    says: ['fail secret.known', NO_LOGOUT],
  },
  {
    name: 'any password, and a token',
    app: () => servePlainTokens({ accepts: ({ body }) => body?.username === 'ada' }),
    says: ['fail login.wrongPassword', NO_LOGOUT],
  },
  {
    name: 'the password in the payload',
    app: () => giveClaims({ note: 'correct horse' }),
    says: ['fail token.claims', NO_LOGOUT],
    came: { 'token.claims': /the password, as note/ },
  },
  {
    name: 'the words of the library',
    app: () =>
      servePlainTokens({
        refuse: (error) => ({ ...REFUSED, body: { error: `jwt malformed: ${error}` } }),
      }),
    says: ['note errors.text', NO_LOGOUT],
  },
  {
    name: 'a crash over what is no token',
    app: () =>
      servePlainTokens({
        refuse: (error) =>
          error instanceof SyntaxError && !/end of JSON/.test(error.message)
            ? { status: 500 }
            : REFUSED,
      }),
    says: ['warn token.malformed', NO_LOGOUT],
    came: { 'token.malformed': /^“garbage” was sent: / },
  },
  {
    name: 'a logout that revokes nothing',
    app: () => servePlainTokens({ logOut: () => ({ status: 204 }) }),
    says: ['note logout.copy'],
    came: { 'logout.copy': /works until exp, 15 minutes/ },
  },
  {
    name: 'a logout with a deny-list',
    app: () => {
      const denied = new Set<string>();
      return servePlainTokens({
        read: (token) => {
          if (denied.has(token)) throw new Error('over');
          return verify(token);
        },
        logOut: (token) => {
          denied.add(token);
          return { status: 204 };
        },
      });
    },
  },
  {
    name: 'a token deep in the answer, with its scheme before it',
    app: () => give({ data: { auth: { access_token: `Bearer ${sign(toClaims())}` } } }),
    says: [NO_LOGOUT],
    finds: /Bearer/,
  },
  {
    name: 'a token as the whole answer',
    app: () => servePlainTokens({ welcome: () => ({ status: 200, body: sign(toClaims()) }) }),
    says: [NO_LOGOUT],
  },
  {
    name: 'Authorization: JWT',
    app: () => serveElsewhere('authorization', 'JWT '),
    says: [NO_LOGOUT],
    finds: /Authorization: JWT/,
  },
  {
    name: 'Authorization: Token',
    app: () => serveElsewhere('authorization', 'Token '),
    says: [NO_LOGOUT],
    finds: /Authorization: Token/,
  },
  {
    name: 'Authorization without a word',
    app: () => serveElsewhere('authorization', ''),
    says: [NO_LOGOUT],
  },
  {
    name: 'x-access-token',
    app: () => serveElsewhere('x-access-token', ''),
    says: [NO_LOGOUT],
    finds: /x-access-token/,
  },
  {
    name: 'a refresh token that opens the profile',
    app: () =>
      give({
        accessToken: sign(toClaims()),
        refreshToken: sign({ ...toClaims(), exp: now() + 7 * 86_400 }),
      }),
    says: ['fail refresh.notAccess', NO_LOGOUT],
    came: { 'refresh.notAccess': /^refreshToken opened/ },
  },
  {
    name: 'a refresh token that opens nothing and never ends',
    app: () =>
      give({
        accessToken: sign(toClaims()),
        refreshToken: sign({ id: 1 }, 'another secret of no list'),
      }),
    says: ['warn refresh.lifetime', NO_LOGOUT],
    came: { 'refresh.lifetime': /refreshToken has no exp/ },
  },
  {
    name: 'a refresh token for years',
    app: () =>
      give({
        token: sign(toClaims()),
        refresh: sign({ iat: now(), exp: now() + 1200 * 86_400 }, 'another secret of no list'),
      }),
    says: ['warn refresh.lifetime', NO_LOGOUT],
  },
  {
    name: 'a token of 9 kB',
    app: () => giveClaims({ roles: 'x'.repeat(7000) }),
    says: ['warn token.size', NO_LOGOUT],
  },
  {
    name: 'an opaque token, ended at the logout',
    app: () => {
      const known = new Set<string>();
      return servePlainTokens({
        welcome: () => {
          const token = `opaque-${known.size}-${Math.random()}`;
          known.add(token);
          return { status: 200, body: { token } };
        },
        read: (token) => {
          if (!known.has(token)) throw new Error('unknown');
          return { id: 'abc123' };
        },
        logOut: (token) => {
          known.delete(token);
          return { status: 204 };
        },
      });
    },
    finds: /a token that is no JWT/,
  },
  {
    name: 'an opaque token that outlives the logout',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: 'opaque-token-1' } }),
        read: (token) => {
          if (token !== 'opaque-token-1') throw new Error('unknown');
          return { id: 'abc123' };
        },
        logOut: () => ({ status: 204 }),
      }),
    says: ['fail logout.copy'],
  },
  {
    name: 'a login that answers in HTML',
    app: () => servePlainTokens({ welcome: () => ({ status: 200, body: '<h1>Welcome</h1>' }) }),
    says: ['fail login.credential'],
  },
];
