import { createHash, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import { NOT_FOUND, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import {
  readOwner,
  servePlainTokens,
  sign,
  toClaims,
  verify,
  verifySignature,
} from './plainTokens.ts';

const PASSWORD = 'correct horse';
const NO_LOGOUT = 'note logout.there';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const LAX = 'Path=/; HttpOnly; SameSite=Lax';
const base64 = (text: string) => encodeURIComponent(Buffer.from(text).toString('base64'));

/** Sets one more cookie at the login. */
const remember = (value: string) =>
  servePlainSessions({ toCookie: (id) => [`sid=${id}; ${LAX}`, `remember=${value}; ${LAX}`] });

/** Serves a form whose login leads to an address, and answers by `read` what a user gets. */
function serveLeading(
  lead: (id: string) => string,
  {
    method = 'post',
    takesGet = false,
    takesPost = true,
    bringsCookie = true,
    knows = true,
    takesToken = false,
  } = {},
): RequestListener {
  const known = new Set<string>();
  return servePlainly(({ route, form, cookies, token }) => {
    const id = cookies.get('sid') ?? '';
    const [path = '', query = ''] = route.split('?');
    const given = path === 'GET /login' ? Object.fromEntries(new URLSearchParams(query)) : form;
    const isIn = given.username === 'ada' && given.password === PASSWORD;
    if (path === 'POST /login' && !takesPost) return NOT_FOUND;
    if (isIn && (path === 'POST /login' || takesGet)) {
      known.delete(id);
      const made = randomBytes(16).toString('hex');
      if (knows) known.add(made);
      const cookies = bringsCookie ? [`sid=${made}; ${LAX}`] : [];
      return { status: 302, headers: { Location: lead(made), 'Set-Cookie': cookies } };
    }
    if (path === 'POST /login') return { status: 302, headers: { Location: '/login?error=1' } };
    if (path === 'GET /login') {
      const body = `<html><form method=${method} action=/login><input name=username><input name=password type=password></form>`;
      return { status: 200, headers: HTML, body };
    }
    if (path === 'POST /logout') {
      known.delete(id);
      const line = 'sid=; Path=/; Max-Age=0';
      return { status: 302, headers: { Location: '/login', 'Set-Cookie': line } };
    }
    if (path !== 'GET /home') return NOT_FOUND;
    const out = '<form method=post action=/logout><button>Log out</button></form>';
    return known.has(id) || (takesToken && readOwner(token) !== null)
      ? { status: 200, headers: HTML, body: `<html><p>Hello Ada</p>${out}` }
      : { status: 302, headers: { Location: '/login' } };
  });
}

/** Answers in turns out of two processes that know nothing of each other. */
function serveInTurns(make: () => RequestListener): RequestListener {
  const processes = [make(), make()];
  let turn = 0;
  return (request, response) => processes[turn++ % 2]?.(request, response);
}

/** Gives tokens by a clock of its own, on which a minute goes by with each answer. */
function serveQuickClock(): RequestListener {
  let seconds = Math.floor(Date.now() / 1000);
  const app = servePlainTokens({
    welcome: () => {
      const token = sign({ id: 'abc123', iat: seconds, exp: seconds + 300 });
      return { status: 200, body: { token } };
    },
    read: (token) => verifySignature(token),
  });
  return (request, response) => {
    seconds += 60;
    response.setHeader('Date', new Date(seconds * 1000).toUTCString());
    return app(request, response);
  };
}

const OWN_SECRET = 'Zk3x9fjQ0aPqL7vNw2Ts8Rb5';

const giveSigned = (secret: string, read: (token: string) => ReturnType<typeof verify>) =>
  servePlainTokens({
    welcome: () => ({ status: 200, body: { token: sign(toClaims(), secret) } }),
    read,
  });

/** Servers of node:http alone, each with one fault that a stranger to this tool has made, or without it. */
export const FAULTS: readonly Case[] = [
  {
    name: 'exp that nobody looks at, and the secret is known',
    app: () =>
      giveSigned('our-dog-rex', (token) => verifySignature(token, ['HS256'], 'our-dog-rex')),
    options: ['--secret', 'our-dog-rex'],
    says: ['fail secret.known', 'fail token.expired', NO_LOGOUT],
    came: { 'token.expired': /^one that was over a day ago: it opened/ },
  },
  {
    name: 'exp that nobody looks at, and the owner tells a good secret',
    app: () => giveSigned(OWN_SECRET, (token) => verifySignature(token, ['HS256'], OWN_SECRET)),
    options: ['--secret', OWN_SECRET],
    says: ['fail token.expired', NO_LOGOUT],
    came: { 'secret.known': /your own/ },
  },
  {
    name: 'a token that is taken from the address too',
    app: () =>
      servePlainTokens({
        take: ({ route, token }) =>
          new URLSearchParams(route.split('?')[1]).get('access_token') ?? token,
      }),
    says: ['warn profile.address', NO_LOGOUT],
  },
  {
    name: 'a secret that is the issuer’s name',
    app: () => {
      const make = () => sign({ ...toClaims(), iss: 'Task Pilot' }, 'taskpilot_secret');
      return servePlainTokens({
        welcome: () => ({ status: 200, body: { token: make() } }),
        read: (token) => verify(token, ['HS256'], 'taskpilot_secret'),
      });
    },
    says: ['fail secret.known', NO_LOGOUT],
  },
  {
    name: 'exp that nobody looks at, seen by the first token at the end of the run',
    app: () => serveQuickClock(),
    says: ['fail token.expired', NO_LOGOUT],
    came: { 'token.expired': /\d+ s after its exp/ },
  },
  {
    name: 'a life that is too long to wait for',
    app: () => servePlainTokens(),
    says: [NO_LOGOUT],
    skips: ['token.expired'],
    came: { 'token.expired': /^it lives 15 minutes more: too long to wait for/ },
  },
  ...(
    [
      ['the password', encodeURIComponent(PASSWORD), /remember: the password, as its value/],
      ['the password in base64', base64(PASSWORD), /in base64, as its value/],
      ['name and password in base64', base64(`ada:${PASSWORD}`), /in base64/],
      [
        'name and password in JSON in base64',
        base64(JSON.stringify({ u: 'ada', p: PASSWORD })),
        /as p$/,
      ],
      ['name and password in JSON', encodeURIComponent(JSON.stringify({ p: PASSWORD })), /as p$/],
      ['name and MD5', `ada:${createHash('md5').update(PASSWORD).digest('hex')}`, /the md5 of/],
      ['a hash', encodeURIComponent(`$2b$10$${'a'.repeat(53)}`), /a hash of the password/],
    ] as const
  ).map(([what, value, words]) => ({
    name: `a cookie that holds ${what}`,
    app: () => remember(value),
    // What is shorter than this may be a flag, and nobody has to clear it.
    says: ['fail credential.password', ...(value.length > 15 ? ['warn logout.cleared'] : [])],
    came: { 'credential.password': words },
  })),
  {
    name: 'a refresh token that holds the password',
    app: () =>
      servePlainTokens({
        welcome: () => {
          const refreshToken = sign({ ...toClaims(), pw: PASSWORD }, 'another secret of the tests');
          return { status: 200, body: { token: sign(toClaims()), refreshToken } };
        },
      }),
    says: ['fail credential.password', NO_LOGOUT],
    came: { 'credential.password': /^refreshToken: the password, as pw$/ },
  },
  {
    name: 'an SHA-1 of the password in the profile',
    app: () =>
      servePlainSessions({
        profile: { user: { id: 1, check: createHash('sha1').update(PASSWORD).digest('hex') } },
      }),
    says: ['fail answer.password'],
    came: { 'answer.password': /the sha1 of the password, without a salt, as user\.check/ },
  },
  { name: 'a form that leads home', app: () => serveLeading(() => '/home') },
  {
    name: 'the session ID in the address after the login',
    app: () => serveLeading((id) => `/home?sid=${id}`),
    options: ['--profile-path', '/home'],
    says: ['fail login.address'],
    came: { 'login.address': /^the login leads to \/home with it in the query$/ },
  },
  {
    name: 'a session ID behind the #',
    app: () => serveLeading((id) => `/home#${id}`),
    says: ['warn login.address'],
  },
  {
    name: 'a token in the address alone',
    app: () => serveLeading(() => `/home#token=${sign(toClaims())}`, { bringsCookie: false }),
    says: ['warn login.address'],
    came: { 'login.address': /behind the #/ },
  },
  {
    name: 'the same, beside a cookie that opens nothing',
    app: () =>
      serveLeading(() => `/home?token=${randomBytes(20).toString('hex')}`, { knows: false }),
    says: ['fail login.address'],
    came: { 'login.address': /in the query/ },
  },
  {
    name: 'a JWT in the address beside a session, which opens the profile too',
    app: () => serveLeading(() => `/home#token=${sign(toClaims())}`, { takesToken: true }),
    says: ['warn login.address'],
  },
  {
    name: 'a JWT in the address beside a session, which opens nothing',
    app: () => serveLeading(() => `/home?ticket=${sign(toClaims())}`),
  },
  {
    name: 'a token in an address in the body alone',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { next: `/app#token=${sign(toClaims())}` } }),
      }),
    says: ['warn login.address'],
  },
  {
    name: 'a form that sends the password in the address',
    app: () => serveLeading(() => '/home', { method: 'get', takesGet: true }),
    says: ['fail login.get'],
    came: { 'login.get': /^the form of \/login sends it so; GET \/login: 302/ },
  },
  {
    name: 'a form that sends the password in the address, and no other login',
    app: () => serveLeading(() => '/home', { method: 'get', takesGet: true, takesPost: false }),
    says: ['fail login.get'],
    came: { 'login.get': /^the form of \/login sends it so; GET \/login: 302/ },
  },
  {
    name: 'a login that takes a GET too',
    app: () => serveLeading(() => '/home', { takesGet: true }),
    says: ['warn login.get'],
  },
  {
    name: 'two processes without a store in common',
    app: () => serveInTurns(() => servePlainSessions()),
    says: ['fail login.steady'],
  },
  {
    name: 'two processes with a secret each',
    app: () =>
      serveInTurns(() => {
        const secret = randomBytes(32).toString('hex');
        return giveSigned(secret, (token) => verify(token, ['HS256'], secret));
      }),
    says: ['fail login.steady'],
  },
  {
    name: 'two processes with one secret',
    app: () => serveInTurns(() => servePlainTokens()),
    says: [NO_LOGOUT],
  },
];
