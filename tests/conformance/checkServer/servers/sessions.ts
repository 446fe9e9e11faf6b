import { createHash, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import type { Question } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';

const old = (id: string | undefined) => id ?? '0123456789abcdef0123456789abcdef';
const cookie = (line: string) => servePlainSessions({ toCookie: (id) => `sid=${id}; ${line}` });
const farewell = (line: string) =>
  servePlainSessions({ farewell: () => ({ status: 204, headers: { 'Set-Cookie': line } }) });
const LAX = 'HttpOnly; SameSite=Lax';
const STACK = 'Error: no\n    at logIn (/srv/app/login.js:12:7)';

/** Refuses with a text, and a reference of a few letters that is another each time. */
function toReference(error: string) {
  let n = 0;
  return () => {
    n += 1;
    const letters = n.toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
    return { ...REFUSED, body: { error: `${error} (${letters})` } };
  };
}

/** Leaves a login without a body unanswered, and from then on everybody where it `hangs`. */
function serveSilently(hangs: boolean): RequestListener {
  const app = servePlainSessions();
  let isStuck = false;
  return (request, response) => {
    const { method, url, headers } = request;
    const isBare = method === 'POST' && url === '/login' && headers['content-length'] === '0';
    if (isBare) isStuck = hangs;
    if (!isBare && !isStuck) app(request, response);
  };
}

/** Gives a CSRF token of their own to everybody, and a session to keep it in. */
function serveGuardPage(): RequestListener {
  const sessions = new Map<string, boolean>();
  const start = (isIn: boolean) => {
    const id = randomBytes(16).toString('hex');
    sessions.set(id, isIn);
    return { id, headers: { 'Set-Cookie': `sid=${id}; Path=/; ${LAX}` } };
  };
  return servePlainly((question) => {
    const { route, cookies, body } = question;
    const old = cookies.get('sid') ?? '';
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      sessions.delete(old);
      return { status: 200, headers: start(true).headers, body: {} };
    }
    if (route === 'POST /logout') {
      sessions.delete(old);
      return { status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } };
    }
    const { id, headers } = sessions.has(old) ? { id: old, headers: {} } : start(false);
    const csrf = createHash('sha256').update(id).digest('hex');
    const user = sessions.get(id) ? 'ada' : null;
    if (route === 'GET /csrf') return { status: 200, headers, body: { csrf } };
    if (route === 'GET /any')
      return id === old ? { status: 200, body: { csrf } } : { ...REFUSED, headers };
    if (route === 'GET /visits')
      return { status: 200, headers, body: { isKnown: id === old, csrf } };
    return route === 'GET /start' ? { status: 200, headers, body: { csrf, user } } : NOT_FOUND;
  });
}

/** Locks a name after three wrong passwords, for as long as the server runs: each, or those that exist. */
function serveLocked(isRight: (question: Question) => boolean, locksAll = false): RequestListener {
  const wrong = new Map<unknown, number>();
  const toName = ({ body }: Question) => body?.username;
  const isLocked = (question: Question) => (wrong.get(toName(question)) ?? 0) >= 3;
  return servePlainSessions({
    accepts: (question) => {
      const name = toName(question);
      const isIn = !isLocked(question) && isRight(question);
      if (isIn) wrong.delete(name);
      else if (locksAll || name === 'ada') wrong.set(name, (wrong.get(name) ?? 0) + 1);
      return isIn;
    },
    refuseLogin: (question) => (isLocked(question) ? { status: 423, body: {} } : REFUSED),
  });
}

/** Servers of node:http alone, with unsigned IDs. */
export const SESSIONS: readonly Case[] = [
  { name: 'a sound session server', app: () => servePlainSessions(), finds: /session ID.*sid/ },
  {
    name: 'a login that sends on who is in already, whatever the password',
    app: () => servePlainSessions({ sendsOn: true }),
    skips: ['session.newId', 'session.oldId'],
  },
  {
    name: 'a refusal with another reference each time',
    app: () => servePlainSessions({ refuseLogin: toReference('Wrong name or password') }),
    skips: ['login.unknownUser'],
  },
  {
    name: 'the session ID in the body',
    app: () => servePlainSessions({ welcome: (sid) => ({ userId: 'abc123', sid }) }),
    says: ['fail answer.credential'],
    came: { 'answer.credential': /POST \/login has it as sid/ },
  },
  {
    name: 'any password',
    app: () => servePlainSessions({ accepts: ({ body }) => body?.username === 'ada' }),
    says: ['fail login.wrongPassword'],
  },
  {
    name: 'a user without a password that counts',
    app: () =>
      servePlainSessions({
        accepts: ({ body }) =>
          body?.username === 'ada' &&
          (body.password === 'correct horse' || body.password === undefined),
      }),
    says: ['fail login.noPassword'],
    came: { 'login.noPassword': /^no password at all: 200/ },
  },
  {
    name: 'a password that is compared as a number',
    app: () =>
      servePlainSessions({
        accepts: ({ body }) =>
          body?.username === 'ada' && (body.password === 'correct horse' || body.password === 0),
      }),
    says: ['fail login.noPassword'],
    came: { 'login.noPassword': /number 0/ },
  },
  {
    name: 'a query that takes conditions',
    app: () =>
      servePlainSessions({
        accepts: ({ body }) => {
          const meets = (given: unknown, kept: string) =>
            given === kept || (typeof given === 'object' && given !== null && '$ne' in given);
          return meets(body?.username, 'ada') && meets(body?.password, 'correct horse');
        },
      }),
    says: ['fail login.noPassword'],
    came: { 'login.noPassword': /\{"\$ne":null\}/ },
  },
  {
    name: 'a status page of 200 for everybody',
    app: () =>
      servePlainSessions({
        profile: { loggedIn: true, user: { name: 'Ada' } },
        refuse: () => ({ status: 200, body: { loggedIn: false } }),
      }),
    says: ['note profile.refusal'],
  },
  {
    name: 'a status page that says no more than yes or no',
    app: () =>
      servePlainSessions({
        profile: { loggedIn: true },
        refuse: () => ({ status: 200, body: { loggedIn: false } }),
      }),
    says: ['note profile.refusal'],
  },
  {
    name: '200 for a wrong password',
    app: () => servePlainSessions({ refuseLogin: () => ({ status: 200, body: { ok: false } }) }),
    says: ['warn login.refusal'],
  },
  {
    name: '401 without WWW-Authenticate',
    app: () => servePlainSessions({ refuse: () => ({ status: 401 }) }),
    says: ['note profile.challenge'],
  },
  {
    name: '403 in place of 401',
    app: () => servePlainSessions({ refuse: () => ({ status: 403 }) }),
    says: ['note profile.refusal'],
  },
  {
    name: 'a stack in the answer',
    app: () => servePlainSessions({ refuseLogin: () => ({ status: 500, body: STACK }) }),
    says: ['warn errors.text', 'warn login.badInput', 'warn login.refusal'],
    came: { 'errors.text': /^login.js:12:7$/ },
  },
  {
    name: 'an ID that the client chooses',
    app: () => servePlainSessions({ toId: old, keepsOld: true }),
    says: ['fail session.newId'],
    came: { 'session.newId': /still in use/ },
    skips: ['session.oldId', 'session.notAdopted'],
  },
  {
    name: 'counted IDs',
    app: () => {
      let n = 1000;
      return servePlainSessions({ toId: () => String(n++) });
    },
    says: ['fail session.idLength'],
  },
  {
    name: 'an earlier login that lives on beside the new one',
    app: () => servePlainSessions({ keepsOld: true }),
    says: ['note session.oldId'],
  },
  {
    name: 'a cookie that no browser keeps',
    app: () => cookie('Path=/; HttpOnly; SameSite=None'),
    says: ['fail cookie.kept', 'warn cookie.sameSite'],
    came: { 'cookie.kept': /SameSite=None without Secure/ },
  },
  {
    name: 'a cookie for another site',
    app: () => cookie(`Path=/; ${LAX}; Domain=example.com`),
    says: ['fail cookie.kept'],
    came: { 'cookie.kept': /^Domain=example\.com, which does not cover localhost$/ },
  },
  {
    name: 'a value without a name',
    app: () => servePlainSessions({ toCookie: (id) => `__Host-=${id}; Path=/; ${LAX}` }),
    problem: /no page was found/,
  },
  {
    name: 'a readable cookie',
    app: () => cookie('Path=/; SameSite=Lax'),
    says: ['fail cookie.httpOnly'],
  },
  {
    name: 'a cookie without SameSite',
    app: () => cookie('Path=/; HttpOnly'),
    says: ['warn cookie.sameSite'],
  },
  {
    name: 'a cookie of milliseconds taken for seconds',
    app: () => cookie(`Path=/; ${LAX}; Max-Age=5`),
    says: ['fail cookie.lifetime'],
    came: { 'cookie.lifetime': /^5 s/ },
  },
  {
    name: 'Max-Age in milliseconds',
    app: () => cookie(`Path=/; ${LAX}; Max-Age=86400000`),
    says: ['warn cookie.lifetime'],
    came: { 'cookie.lifetime': /milliseconds in place of seconds/ },
  },
  {
    name: 'a cookie that is dead on arrival',
    app: () => cookie(`Path=/; ${LAX}; Expires=${new Date(0).toUTCString()}`),
    says: ['fail cookie.lifetime'],
    came: { 'cookie.lifetime': /^over on arrival$/ },
  },
  {
    name: 'an end that was worked out at boot',
    app: () => cookie(`Path=/; ${LAX}; Expires=${new Date(Date.now() + 900_000).toUTCString()}`),
    says: ['fail cookie.expiresMoves'],
  },
  {
    name: 'a cookie that stays at home',
    app: () => cookie(`Path=/account; ${LAX}`),
    says: ['fail cookie.travels'],
    came: { 'cookie.travels': /Path=\/account/ },
  },
  {
    name: 'a cookie deleted for another path',
    app: () => farewell('sid=; Path=/x; Max-Age=0'),
    says: ['warn logout.cleared'],
    came: { 'logout.cleared': /set for Path=\/, and is cleared for Path=\/x/ },
  },
  {
    name: 'a cookie of a narrow path, deleted for all paths',
    app: () =>
      servePlainSessions({
        prefix: '/api',
        toCookie: (id) => `sid=${id}; Path=/api; ${LAX}`,
        farewell: () => ({ status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } }),
      }),
    says: ['warn logout.cleared'],
    came: { 'logout.cleared': /set for Path=\/api, and is cleared for Path=\// },
  },
  {
    name: 'a cookie deleted by a line that browsers refuse',
    app: () => farewell('sid=; Path=/; SameSite=None; Max-Age=0'),
    says: ['warn logout.cleared'],
    came: { 'logout.cleared': /refused by browsers/ },
  },
  {
    name: 'a __Host- cookie cleared without Secure',
    app: () =>
      servePlainSessions({
        name: '__Host-sid',
        toCookie: (id) => `__Host-sid=${id}; Path=/; Secure; ${LAX}`,
        farewell: () => ({
          status: 204,
          headers: { 'Set-Cookie': '__Host-sid=; Path=/; Max-Age=0' },
        }),
      }),
    says: ['warn logout.cleared'],
    came: { 'logout.cleared': /refused by browsers \(__Host-sid=/ },
  },
  {
    name: 'a logout that ends the session and leaves the cookie',
    app: () => servePlainSessions({ farewell: () => ({ status: 204 }) }),
    says: ['warn logout.cleared'],
    came: { 'logout.cleared': /no line clears it/ },
  },
  {
    name: 'a logout that clears the cookie and leaves the session',
    app: () => servePlainSessions({ endsSession: false }),
    says: ['fail logout.copy'],
  },
  ...(
    [
      ['cuts a password to eight letters', (text: string) => text.slice(0, 8), /without its last/],
      ['reads no more than the right length', (text: string) => text.slice(0, 13), /letter more/],
      ['reads a password in any case', (text: string) => text.toLowerCase(), /other case/],
    ] as const
  ).map(([name, fold, words]) => ({
    name: `a login that ${name}`,
    app: () =>
      servePlainSessions({
        accepts: ({ body }) =>
          body?.username === 'ada' &&
          typeof body.password === 'string' &&
          fold(body.password) === fold('correct horse'),
      }),
    says: ['fail login.wrongPassword'],
    came: { 'login.wrongPassword': words },
  })),
  {
    name: 'a logout that does nothing',
    app: () => servePlainSessions({ endsSession: false, farewell: () => ({ status: 200 }) }),
    says: ['fail logout.out'],
    came: { 'logout.out': /^200 OK with/ },
  },
  {
    name: 'a logout that leaves the session, and clears the cookie for another path',
    app: () =>
      servePlainSessions({
        prefix: '/api',
        toCookie: (id) => `sid=${id}; Path=/api; ${LAX}`,
        endsSession: false,
        farewell: () => ({ status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } }),
      }),
    says: ['fail logout.out'],
    came: {
      'logout.out':
        /^it was set for Path=\/api, and is cleared for Path=\/, and the session lives on$/,
    },
  },
  {
    name: 'a GET that logs out beside the POST',
    app: () => servePlainSessions({ logsOut: ['POST /logout', 'GET /logout'] }),
    says: ['warn logout.get'],
    came: { 'logout.get': /GET \/logout: 204/ },
  },
  {
    name: 'a logout by GET alone',
    app: () => servePlainSessions({ logsOut: ['GET /logout'] }),
    says: ['warn logout.get'],
    came: { 'logout.get': /is the logout/ },
  },
  {
    name: 'a logout by DELETE',
    app: () => servePlainSessions({ logsOut: ['DELETE /session'] }),
    finds: /logout: DELETE \/session/,
  },
  {
    name: 'no logout',
    app: () => servePlainSessions({ logsOut: [] }),
    says: ['note logout.there'],
  },
  {
    name: 'no logout where one was named',
    app: () => servePlainSessions({ logsOut: [] }),
    options: ['--logout-path', '/leave'],
    says: ['fail logout.there'],
  },
  {
    name: 'a login somewhere else',
    app: () => servePlainSessions({ accepts: () => false, refuseLogin: () => NOT_FOUND }),
    problem: /No login was found.*--login-path/,
  },
  {
    name: 'a user that does not exist',
    app: () => servePlainSessions({ accepts: () => false }),
    problem: /No login was accepted[\s\S]*401 Unauthorized[\s\S]*--username/,
  },
  {
    name: 'right and wrong passwords with the same 200',
    app: () =>
      servePlainSessions({
        accepts: () => false,
        refuseLogin: () => ({ status: 200, body: 'no' }),
      }),
    problem: /Right and wrong passwords get the same/,
  },
  {
    name: 'a profile for everybody',
    app: () => servePlainSessions({ refuse: () => ({ status: 200, body: { userId: 'abc123' } }) }),
    problem: /a user gets and a stranger does not[\s\S]*--profile-path/,
  },
  {
    name: 'a wrong profile path',
    app: () => servePlainSessions(),
    options: ['--profile-path', '/settings'],
    problem: /GET \/settings: 404/,
  },
  {
    name: 'a page that gives everybody a token of their own',
    app: () => serveGuardPage(),
    options: ['--profile-path', '/csrf'],
    problem: /it asks nobody who they are/,
  },
  {
    name: 'a page that knows who was there before',
    app: () => serveGuardPage(),
    options: ['--profile-path', '/visits'],
    problem: /it asks nobody who they are/,
  },
  {
    name: 'a page that wants any session, of a stranger too',
    app: () => serveGuardPage(),
    options: ['--profile-path', '/any'],
    problem: /it asks nobody who they are/,
  },
  {
    name: 'a page with a token of each and the name of who is in',
    app: () => serveGuardPage(),
    options: ['--profile-path', '/start'],
    says: ['note profile.refusal', 'note session.anonymous'],
  },
  {
    name: 'an unknown name that is told',
    app: () =>
      servePlainSessions({
        refuseLogin: ({ body }) => ({
          status: 401,
          body: { error: body?.username === 'ada' ? 'wrong password' : 'no such user' },
        }),
      }),
    says: ['warn login.unknownUser'],
    came: { 'login.unknownUser': /no such user.*wrong password/ },
  },
  {
    name: 'an unknown name with a status of its own',
    app: () =>
      servePlainSessions({
        refuseLogin: ({ body }) => ({ status: body?.username === 'ada' ? 401 : 404, body: {} }),
      }),
    says: ['warn login.unknownUser'],
  },
  {
    name: 'a name in the text of a refusal',
    app: () =>
      servePlainSessions({
        refuseLogin: ({ body }) => ({ status: 401, body: { error: `not you, ${body?.username}` } }),
      }),
  },
  {
    name: 'the password in the profile',
    app: () => servePlainSessions({ profile: { id: 1, name: 'Ada', secretWord: 'correct horse' } }),
    says: ['fail answer.password'],
    came: { 'answer.password': /GET \/profile: the password, as secretWord/ },
  },
  {
    name: 'the hash in the profile',
    app: () => servePlainSessions({ profile: { user: { digest: `$2b$10$${'a'.repeat(53)}` } } }),
    says: ['fail answer.password'],
    came: { 'answer.password': /a hash of the password, as user.digest/ },
  },
  {
    name: 'the words of a password, in another text',
    app: () =>
      servePlainSessions({ profile: { tip: 'correct horse battery staple', password: '***' } }),
  },
  {
    name: 'a pass that is no password',
    app: () => servePlainSessions({ profile: { id: 1, ticket: { pass: 'monthly' } } }),
  },
  {
    name: 'any Origin mirrored with credentials',
    app: () =>
      servePlainSessions({
        headers: ({ origin }) => ({
          'Access-Control-Allow-Origin': origin ?? '*',
          'Access-Control-Allow-Credentials': 'true',
        }),
      }),
    says: ['warn cors.origin'],
  },
  {
    name: 'any Origin mirrored for a cookie that travels',
    app: () =>
      servePlainSessions({
        toCookie: (id) => `sid=${id}; Path=/; HttpOnly; Secure; SameSite=None`,
        headers: ({ origin }) => ({
          'Access-Control-Allow-Origin': origin ?? '*',
          'Access-Control-Allow-Credentials': 'true',
        }),
      }),
    says: ['fail cors.origin', 'fail request.crossSite', 'warn cookie.sameSite'],
  },
  {
    name: 'a cookie that travels, and a server that looks at the Origin',
    app: () =>
      servePlainSessions({
        toCookie: (id) => `sid=${id}; Path=/; HttpOnly; Secure; SameSite=None`,
        refusesOrigin: (origin) => !/^http:\/\/localhost:\d+$/.test(origin ?? ''),
      }),
    says: ['warn cookie.sameSite'],
  },
  {
    name: 'a private answer that caches may share',
    app: () => servePlainSessions({ headers: () => ({ 'Cache-Control': 'public, max-age=60' }) }),
    says: ['warn profile.noStore'],
  },
  {
    name: 'a private answer without Cache-Control',
    app: () => servePlainSessions({ headers: () => ({ 'Cache-Control': '' }) }),
    says: ['note profile.noStore'],
  },
  {
    name: 'a limit on logins',
    app: () => {
      let wrong = 0;
      return servePlainSessions({
        refuseLogin: () => (wrong++ < 2 ? { status: 401 } : { status: 429, body: 'too many' }),
      });
    },
    says: ['note login.limit'],
  },
  {
    name: 'a limit on logins, right ones too',
    app: () => {
      let logins = 0;
      return servePlainSessions({
        accepts: (question) => ++logins <= 2 && isAda(question),
        refuseLogin: () => ({ status: logins > 2 ? 429 : 401, body: {} }),
      });
    },
    says: ['note login.limit'],
    came: {
      'login.limit': /^after 3 logins and \d+ wrong ones, not tried: .*login\.wrongPassword/,
    },
    // Without a login nothing passes.
    skips: ['session.notAdopted', 'logout.get', 'login.wrongPassword', 'login.noPassword'],
  },
  {
    name: 'a login that takes its time with nonsense',
    app: () => serveSilently(false),
    options: ['--timeout', '10000'],
    came: { 'login.badInput': /within 10000 ms.*--timeout/ },
    skips: ['login.badInput'],
  },
  {
    name: 'a login that never comes back from nonsense',
    app: () => serveSilently(true),
    options: ['--timeout', '10000'],
    says: ['fail server.alive'],
    came: { 'server.alive': /^after POST \/login \(login.badInput\): no whole answer/ },
  },
  {
    name: 'an account that is locked after three tries',
    app: () => serveLocked(isAda),
    says: ['note login.limit', 'warn login.lock'],
    skips: ['login.noPassword', 'login.badInput'],
    came: {
      'login.noPassword': /the right password is refused as well by now.*423/,
      'login.lock': /a known name: 423.*never locked/,
    },
  },
  {
    name: 'a lock for every name, known or not',
    app: () => serveLocked(isAda, true),
    says: ['note login.limit'],
  },
  {
    name: 'a lock, and a condition that gets by it',
    app: () =>
      serveLocked((question) => {
        const { username, password } = question.body ?? {};
        return isAda(question) || (username === 'ada' && typeof password === 'object');
      }),
    says: ['fail login.noPassword', 'note login.limit', 'warn login.lock'],
    skips: ['login.badInput'],
  },
  {
    name: 'a limit on logins that says 403',
    app: () => {
      let logins = 0;
      return servePlainSessions({
        accepts: (question) => ++logins <= 5 && isAda(question),
        refuseLogin: () => (logins > 5 ? { status: 403, body: 'too many' } : REFUSED),
      });
    },
    says: ['note login.limit'],
    skips: ['login.wrongPassword', 'login.unknownUser', 'login.noPassword', 'login.badInput'],
  },
  {
    name: 'one session a user',
    app: () => servePlainSessions({ endsOthers: true }),
  },
  {
    name: 'a profile by POST',
    app: () => servePlainSessions({ profileRoute: 'POST /api/me' }),
    finds: /profile: POST \/api\/me/,
  },
  {
    name: 'a random quote in the profile',
    app: () => servePlainSessions({ profile: () => ({ userId: 'abc123', quote: Math.random() }) }),
  },
];
