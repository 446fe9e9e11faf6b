import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import type { Answer, Question } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { readOwner, sign, toClaims } from './plainTokens.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const NO_LOGOUT = 'note logout.there';
const page = (body: string, status = 200): Answer => ({ status, headers: HTML, body });
const redirect = (to: string, headers = {}): Answer => ({
  status: 302,
  headers: { Location: to, ...headers },
});
const toCookie = (id: string) => `sid=${id}; Path=/; HttpOnly; SameSite=Lax`;
const GONE = 'sid=; Path=/; Max-Age=0';
/** Sessions by ID, with whatever routes a server has. */
function serveSessions(
  answer: (question: Question, sessions: Set<string>, start: () => string) => Answer,
) {
  const sessions = new Set<string>();
  const start = () => {
    const id = randomBytes(16).toString('hex');
    sessions.add(id);
    return toCookie(id);
  };
  return servePlainly((question) => answer(question, sessions, start));
}

const FORM = `<html><title>Sign in</title><form method=post action="/users/sign_in">
  <input type="hidden" name="page_token" value="from&#45;the&#x2d;page">
  <input name="user[email]" type="email"><input name="user[password]" type='password'></form>`;

/** Servers whose login, profile and logout are of many shapes, and are found all the same. */
export const SHAPES: readonly Case[] = [
  {
    name: 'a form with names and hidden fields of its own, linked from the start page',
    username: 'ada@example.com',
    app: () =>
      serveSessions(({ route, form, cookies }, sessions, start) => {
        const id = cookies.get('sid') ?? '';
        if (route === 'GET /') return page('<a href="/users/sign_in">Sign in</a>');
        if (route === 'GET /users/sign_in') return page(FORM);
        if (route === 'POST /users/sign_in') {
          const isRight =
            form.page_token === 'from-the-page' &&
            form['user[email]'] === 'ada@example.com' &&
            form['user[password]'] === 'correct horse';
          return isRight
            ? redirect('/dashboard', { 'Set-Cookie': start() })
            : page(`<p>No.</p>${FORM}`, 422);
        }
        if (route === 'GET /dashboard') {
          const out = '<form action="/users/sign_out" method="post"><button>Bye</button></form>';
          return sessions.has(id) ? page(`<p>Ada</p>${out}`) : redirect('/users/sign_in');
        }
        if (route !== 'POST /users/sign_out') return NOT_FOUND;
        sessions.delete(id);
        return redirect('/', { 'Set-Cookie': GONE });
      }),
    finds:
      /as a form: user\[email\] and user\[password\][\s\S]*GET \/dashboard[\s\S]*POST \/users\/sign_out/,
    says: ['note session.oldId'],
  },
  {
    name: 'one page for all: the form, and the name of who is in',
    app: () =>
      serveSessions(({ route, form, cookies }, sessions, start) => {
        const id = cookies.get('sid') ?? '';
        const login =
          '<form method=post action=/login><input name=name><input type=password name=pw></form>';
        if (route === 'GET /')
          return page(sessions.has(id) ? '<p>Hello Ada</p><a href="/logout">Log out</a>' : login);
        if (route === 'POST /login') {
          if (form.name !== 'ada' || form.pw !== 'correct horse') return redirect('/?error=1');
          return redirect('/', { 'Set-Cookie': start() });
        }
        if (route !== 'GET /logout') return NOT_FOUND;
        sessions.delete(id);
        return redirect('/', { 'Set-Cookie': GONE });
      }),
    finds: /as a form: name and pw/,
    says: ['note session.oldId', 'warn logout.get'],
  },
  {
    name: 'a form without a page',
    app: () =>
      serveSessions(({ route, form, cookies }, sessions, start) => {
        if (route === 'POST /login') {
          if (form.username !== 'ada' || form.password !== 'correct horse') return REFUSED;
          return { status: 200, headers: { 'Set-Cookie': start() }, body: 'in' };
        }
        if (route === 'GET /profile') {
          return sessions.has(cookies.get('sid') ?? '') ? { status: 200, body: 'Ada' } : REFUSED;
        }
        return NOT_FOUND;
      }),
    finds: /as a form: username and password/,
    says: [NO_LOGOUT, 'note session.oldId'],
  },
  {
    name: 'a wall before everything',
    app: () =>
      serveSessions(({ route, body, cookies }, sessions, start) => {
        const id = cookies.get('sid') ?? '';
        if (route === 'POST /api/auth/signin') {
          const isRight = body?.identifier === 'ada' && body.password === 'correct horse';
          return isRight
            ? { status: 200, headers: { 'Set-Cookie': start() }, body: {} }
            : { status: 401, body: { error: 'no such pair' } };
        }
        if (!sessions.has(id)) return { status: 401, body: { error: 'wall' } };
        if (route === 'GET /api/account') return { status: 200, body: { name: 'Ada' } };
        if (route !== 'POST /api/auth/signout') return NOT_FOUND;
        sessions.delete(id);
        return { status: 204, headers: { 'Set-Cookie': GONE } };
      }),
    finds:
      /POST \/api\/auth\/signin as JSON: identifier[\s\S]*GET \/api\/account[\s\S]*POST \/api\/auth\/signout/,
    says: ['note profile.challenge', 'note session.oldId'],
  },
  {
    name: 'a server that speaks to https alone, as a proxy says',
    app: () =>
      serveSessions(({ route, body, cookies, headers }, sessions, start) => {
        if (headers['x-forwarded-proto'] !== 'https')
          return { status: 301, headers: { Location: `https://localhost${route.split(' ')[1]}` } };
        if (route === 'POST /login') {
          return body?.password === 'correct horse'
            ? { status: 200, headers: { 'Set-Cookie': `${start()}; Secure` }, body: {} }
            : REFUSED;
        }
        if (route !== 'GET /profile') return NOT_FOUND;
        return sessions.has(cookies.get('sid') ?? '') ? { status: 200, body: {} } : REFUSED;
      }),
    finds: /X-Forwarded-Proto: https/,
    says: [NO_LOGOUT, 'note session.oldId'],
  },
  {
    name: 'an access token in the body, and a refresh token in a cookie',
    app: () =>
      servePlainly((question) => {
        const { route, token } = question;
        if (route === 'POST /login') {
          if (!isAda(question)) return REFUSED;
          const headers = {
            'Set-Cookie': `jid=${randomBytes(16).toString('hex')}; Path=/refresh; HttpOnly; SameSite=Lax`,
          };
          return { status: 201, headers, body: { access_token: sign(toClaims()) } };
        }
        if (route !== 'GET /me') return NOT_FOUND;
        return readOwner(token) !== null ? { status: 200, body: { id: 'abc123' } } : REFUSED;
      }),
    finds: /a JWT, sent as Authorization: Bearer/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a token in a header of the answer',
    app: () =>
      servePlainly((question) => {
        const { route, headers } = question;
        if (route === 'POST /auth') {
          return isAda(question)
            ? { status: 200, headers: { 'X-Auth-Token': sign(toClaims()) }, body: {} }
            : REFUSED;
        }
        if (route !== 'GET /me') return NOT_FOUND;
        return readOwner(headers['x-auth-token'] ?? '') !== null
          ? { status: 200, body: { id: 'abc123' } }
          : REFUSED;
      }),
    finds: /sent as x-auth-token/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a logout that wants the refresh token in its body',
    app: () => {
      const denied = new Set<unknown>();
      return servePlainly((question) => {
        const { route, body, token } = question;
        if (route === 'POST /login') {
          if (!isAda(question)) return REFUSED;
          return {
            status: 200,
            body: { token: sign(toClaims()), refreshToken: 'refresh-me-0123456789' },
          };
        }
        if (route === 'POST /auth/logout') {
          if (typeof body?.refreshToken !== 'string')
            return { status: 400, body: { error: 'refreshToken is wanted' } };
          denied.add(token);
          return { status: 204 };
        }
        if (route !== 'GET /me') return NOT_FOUND;
        return readOwner(token) !== null && !denied.has(token)
          ? { status: 200, body: { id: 'abc123' } }
          : REFUSED;
      });
    },
    finds: /logout: POST \/auth\/logout/,
  },
  {
    name: 'name and password inside of a member, and Authorization: Token',
    username: 'ada@example.com',
    app: () =>
      servePlainly(({ route, body, headers }) => {
        const user = body?.user as Record<string, unknown> | undefined;
        if (route === 'POST /api/users/login') {
          const isRight = user?.email === 'ada@example.com' && user.password === 'correct horse';
          if (isRight) return { status: 200, body: { user: { token: sign(toClaims()) } } };
          return { status: 422, body: { errors: { 'email or password': ['is invalid'] } } };
        }
        if (route !== 'GET /api/user') return NOT_FOUND;
        const token = /^Token (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
        return readOwner(token) !== null ? { status: 200, body: { user: { bio: null } } } : REFUSED;
      }),
    finds: /as JSON: user\.email and user\.password[\s\S]*Authorization: Token/,
    says: ['note login.refusal', NO_LOGOUT],
  },
  {
    name: 'a login that wants more than name and password',
    app: () =>
      servePlainly(({ route, form, token }) => {
        if (route === 'POST /oauth/token') {
          const isRight = form.username === 'ada' && form.password === 'correct horse';
          if (form.grant_type !== 'password')
            return { status: 400, body: { error: 'unsupported_grant_type' } };
          return isRight ? { status: 200, body: { access_token: sign(toClaims()) } } : REFUSED;
        }
        if (route !== 'GET /userinfo') return NOT_FOUND;
        return readOwner(token) !== null ? { status: 200, body: { sub: 'abc123' } } : REFUSED;
      }),
    options: ['--login-path', '/oauth/token', '--login-also', 'grant_type=password'],
    finds: /as a form: username and password/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a cookie that is named, and is not there',
    app: () =>
      serveSessions((question, _sessions, start) => {
        const { route, cookies } = question;
        if (route === 'POST /login')
          return isAda(question) ? { status: 200, headers: { 'Set-Cookie': start() } } : REFUSED;
        return route === 'GET /me' && cookies.has('sid') ? { status: 200, body: {} } : REFUSED;
      }),
    options: ['--cookie-name', 'session'],
    problem: /--cookie-name session: the login brings sid/,
  },
  {
    name: 'a token that is named, and is not there',
    app: () =>
      servePlainly((question) =>
        question.route === 'POST /login' && isAda(question)
          ? { status: 200, body: { jwt: sign(toClaims()) } }
          : REFUSED,
      ),
    options: ['--token-field', 'data.token'],
    problem: /--token-field data\.token: the login brings tokens as: jwt/,
  },
  {
    name: 'a route for anything, which is no logout',
    app: () =>
      serveSessions((question, sessions, start) => {
        const { route, cookies } = question;
        if (route === 'POST /users/login')
          return isAda(question) ? { status: 200, headers: { 'Set-Cookie': start() } } : REFUSED;
        if (route === 'GET /users/me')
          return sessions.has(cookies.get('sid') ?? '') ? { status: 200, body: {} } : REFUSED;
        return route.startsWith('POST /users/')
          ? { status: 400, body: { error: 'no such user' } }
          : NOT_FOUND;
      }),
    says: [NO_LOGOUT, 'note session.oldId'],
  },
  {
    name: 'a logout for pages of its own origin',
    app: () =>
      serveSessions((question, sessions, start) => {
        const { route, cookies, origin, headers } = question;
        const id = cookies.get('sid') ?? '';
        if (route === 'POST /login') {
          return isAda(question)
            ? { status: 200, headers: { 'Set-Cookie': start() }, body: {} }
            : REFUSED;
        }
        if (route === 'GET /me') return sessions.has(id) ? { status: 200, body: {} } : REFUSED;
        if (route !== 'POST /logout') return NOT_FOUND;
        if (origin !== `http://${headers.host}`) return { status: 403 };
        sessions.delete(id);
        return { status: 204, headers: { 'Set-Cookie': GONE } };
      }),
    says: ['note session.oldId'],
  },
  {
    name: 'the page of a front end for every path',
    app: () => servePlainly(() => page('<html><title>My app</title><div id="root"></div>')),
    problem: /same HTML page: is that the front end’s port\?/,
  },
  {
    name: 'a front end that answers a POST with 404',
    app: () =>
      servePlainly(({ route }) =>
        route.startsWith('GET') ? page('<html><div id="root"></div>') : NOT_FOUND,
      ),
    problem: /No login was found[\s\S]*front end/,
  },
  {
    name: 'a CSRF token that nobody can find',
    app: () =>
      servePlainly(({ route }) =>
        route.startsWith('GET') ? NOT_FOUND : { status: 403, body: 'invalid csrf token' },
      ),
    options: ['--login-path', '/login'],
    problem: /CSRF[\s\S]*--csrf-path/,
  },
  {
    name: 'a limit on logins that is reached already',
    app: () =>
      servePlainly(({ route }) =>
        route === 'POST /login' ? { status: 429, body: 'Too many attempts' } : NOT_FOUND,
      ),
    problem: /A limit on logins is reached \(POST \/login: 429/,
  },
  {
    name: 'a session sealed with iron',
    app: () => {
      const seal = () => `Fe26.2*1*${randomBytes(40).toString('hex')}**`;
      const sealed = new Set<string>();
      return servePlainly((question) => {
        const { route, cookies } = question;
        if (route === 'POST /api/login') {
          if (!isAda(question)) return REFUSED;
          const value = seal();
          sealed.add(value);
          return {
            status: 200,
            headers: { 'Set-Cookie': `app=${value}; Path=/; HttpOnly; SameSite=Lax` },
            body: {},
          };
        }
        if (route === 'POST /api/logout')
          return { status: 200, headers: { 'Set-Cookie': 'app=; Path=/; Max-Age=0' }, body: {} };
        if (route !== 'GET /api/user') return NOT_FOUND;
        return sealed.has(cookies.get('app') ?? '')
          ? { status: 200, body: { name: 'Ada' } }
          : REFUSED;
      });
    },
    finds: /the session itself in the cookie app \(iron-session\)/,
    says: ['note logout.copy'],
  },
  {
    name: 'a login that is only decoded, with an answer that is new each time',
    app: () =>
      servePlainly((question) => {
        const { route, token } = question;
        if (route === 'POST /login')
          return isAda(question) ? { status: 200, body: { token: sign(toClaims()) } } : REFUSED;
        if (route !== 'GET /profile') return NOT_FOUND;
        const at = { quote: randomBytes(8).toString('hex'), time: Date.now() };
        try {
          JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
          return { status: 200, body: at };
        } catch {
          return { status: 200, body: { error: 'who are you?', ...at } };
        }
      }),
    problem: /a user gets and a stranger does not/,
  },
];
