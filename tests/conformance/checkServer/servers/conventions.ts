import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import { type Answer, NOT_FOUND, type Question, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { readOwner, sign, toClaims } from './plainTokens.ts';

const next = () => randomBytes(16).toString('hex');
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const FIELD = '<input type="password" name="password">';

const page = (body: string, cookies: readonly string[] = [], status = 200): Answer => ({
  status,
  headers: { ...HTML, 'Set-Cookie': [...cookies] },
  body: `<!doctype html><html><title>Site</title>${body}`,
});
const to = (place: string, cookies: readonly string[] = [], status = 302): Answer => ({
  status,
  headers: { Location: place, 'Set-Cookie': [...cookies] },
});
const isRight = (name: unknown, password: unknown, expected = 'ada@example.com') =>
  name === expected && password === 'correct horse';
const toCookie = (name: string, value: string) =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`;

/**
 * Django: the token comes with the pages that have a form, under a mask; a path without its slash is a
 * redirect; who is gone gets an empty text in quotes.
 * @see https://docs.djangoproject.com/en/5.2/ref/csrf/
 */
function serveDjango() {
  const users = new Set<string>();
  const mask = (token: string) => `${next().slice(0, 4)}${token}`;
  const toToken = (token: string) => `csrftoken=${token}; Path=/; Max-Age=31449600; SameSite=Lax`;
  return servePlainly(({ route, form, cookies, headers }) => {
    const [method, path = ''] = route.split(' ');
    const [folder, query = ''] = path.split('?');
    const known = ['/accounts/login/', '/accounts/logout/', '/accounts/profile/'];
    if (known.includes(`${folder}/`) && method === 'GET') return to(`${folder}/`, [], 301);
    if (!known.includes(folder ?? '')) return NOT_FOUND;
    const cookie = cookies.get('csrftoken');
    const given = form.csrfmiddlewaretoken ?? headers['x-csrftoken'] ?? '';
    if (method === 'POST' && (!cookie || given.slice(-cookie.length) !== cookie)) {
      const body = '<h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed.';
      return page(body, [], 403);
    }
    const id = cookies.get('sessionid') ?? '';
    const token = cookie ?? next();
    const hidden = `<input type="hidden" name="csrfmiddlewaretoken" value="${mask(token)}">`;
    const login = `<form method="post">${hidden}<input name="username">${FIELD}<input type="hidden" name="next" value="${query}"></form>`;
    if (folder === '/accounts/login/') {
      if (method === 'GET') return page(login, [toToken(token)]);
      if (!isRight(form.username, form.password, 'ada')) return page(`<p>Try again.</p>${login}`);
      users.delete(id);
      const made = next();
      users.add(made);
      const lines = [toToken(next()), `${toCookie('sessionid', made)}; Max-Age=1209600`];
      return to('/accounts/profile/', lines);
    }
    if (!users.has(id)) return to(`/accounts/login/?next=${folder}`);
    if (folder === '/accounts/profile/') {
      const out = `<form method="post" action="/accounts/logout/">${hidden}<button>Log out</button></form>`;
      return page(`<p>Ada</p>${out}`, [toToken(token)]);
    }
    if (method === 'GET') return { status: 405 };
    users.delete(id);
    return to('/accounts/login/', ['sessionid=""; Path=/; Max-Age=0; SameSite=Lax']);
  });
}

/**
 * Laravel with Sanctum, for the pages of a front end: the token is a cookie of its own, in base64 and
 * percent signs; what asks without Referer and Origin is no page of it.
 * @see https://laravel.com/docs/12.x/sanctum#spa-authentication
 */
function serveSanctum() {
  const sessions = new Map<string, { readonly token: string; readonly isIn: boolean }>();
  const start = (isIn: boolean) => {
    const id = next();
    const token = `${Buffer.from(next()).toString('base64')}==`;
    sessions.set(id, { token, isIn });
    return [
      `XSRF-TOKEN=${encodeURIComponent(token)}; Path=/; Max-Age=7200; SameSite=Lax`,
      `${toCookie('laravel_session', id)}; Max-Age=7200`,
    ];
  };
  const unknown: Answer = { status: 401, body: { message: 'Unauthenticated.' } };
  return servePlainly(({ route, body, cookies, headers }) => {
    const id = cookies.get('laravel_session') ?? '';
    const isPage = [headers.referer, headers.origin].some((from) => from?.includes('localhost'));
    const session = isPage ? sessions.get(id) : undefined;
    if (route === 'GET /sanctum/csrf-cookie') {
      return { status: 204, headers: { 'Set-Cookie': start(session?.isIn ?? false) } };
    }
    if (route === 'GET /api/user') {
      return session?.isIn ? { status: 200, body: { id: 1, name: 'Ada' } } : unknown;
    }
    if (route !== 'POST /login' && route !== 'POST /logout') return NOT_FOUND;
    if (!session || headers['x-xsrf-token'] !== session.token) {
      return { status: 419, body: { message: 'CSRF token mismatch.' } };
    }
    const isLogin = route === 'POST /login';
    if (isLogin && !isRight(body?.email, body?.password)) {
      return { status: 422, body: { message: 'These credentials do not match our records.' } };
    }
    if (!isLogin && !session.isIn) return unknown;
    sessions.delete(id);
    return { status: 204, headers: { 'Set-Cookie': start(isLogin) } };
  });
}

/**
 * Spring Security: everything leads a stranger to the login, all that is posted wants the token of the
 * session, and a GET of the logout asks whether it is meant.
 * @see https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html
 */
function serveSpring() {
  const sessions = new Map<string, { readonly token: string; readonly isIn: boolean }>();
  const start = (isIn: boolean) => {
    const id = next().toUpperCase();
    const session = { token: next(), isIn };
    sessions.set(id, session);
    return { session, lines: [toCookie('JSESSIONID', id)] };
  };
  return servePlainly(({ route, form, cookies, headers }) => {
    const id = cookies.get('JSESSIONID') ?? '';
    const known = sessions.get(id);
    const given = form._csrf ?? headers['x-csrf-token'];
    if (route.startsWith('POST') && (!known || given !== known.token)) {
      return { status: 403, body: { status: 403, error: 'Forbidden' } };
    }
    const toForm = (action: string, token: string, fields: string) =>
      `<form method="post" action="${action}"><input name="_csrf" type="hidden" value="${token}">${fields}</form>`;
    if (/^GET \/login(\?|$)/.test(route)) {
      const { session, lines } = known ? { session: known, lines: [] } : start(false);
      return page(toForm('/login', session.token, `<input name="username">${FIELD}`), lines);
    }
    if (route === 'POST /login') {
      if (!isRight(form.username, form.password, 'ada')) return to('/login?error');
      sessions.delete(id);
      return to('/', start(true).lines);
    }
    if (!known?.isIn) return to('/login');
    if (route === 'GET /') return page('<p>Ada</p>');
    if (route === 'GET /logout')
      return page(toForm('/logout', known.token, '<button>Log Out</button>'));
    if (route !== 'POST /logout') return NOT_FOUND;
    sessions.delete(id);
    return to('/login?logout', ['JSESSIONID=; Path=/; Max-Age=0']);
  });
}

/** How a page of Rails or Phoenix logs out: by a form that means a DELETE, or a link that a script makes one of. */
type Way = (token: string) => string;

/**
 * Rails with Devise: each form has a token for itself, and the page one for all; the logout is a DELETE.
 * @see https://guides.rubyonrails.org/security.html#cross-site-request-forgery-csrf
 */
function serveRails(folder: string, [into, out]: readonly [string, string], leave: Way) {
  const sessions = new Map<string, { readonly key: string; readonly isIn: boolean }>();
  const start = (isIn: boolean) => {
    const id = next();
    const session = { key: next(), isIn };
    sessions.set(id, session);
    return { session, line: toCookie('_app_session', id) };
  };
  return servePlainly(({ route, form, cookies, headers }) => {
    const id = cookies.get('_app_session') ?? '';
    const known = sessions.get(id);
    const [method = '', path = ''] = route.split(' ');
    const real = method === 'POST' && form._method === 'delete' ? 'DELETE' : method;
    const toToken = (scope: string) => `${known?.key}:${scope}`;
    const given = [form.authenticity_token, headers['x-csrf-token']];
    const good = [toToken('all'), toToken(`${real} ${path}`)];
    const isSure = known && given.some((token) => good.includes(token ?? ''));
    const isLogin = path === `${folder}/${into}`;
    const isLogout = path === `${folder}/${out}`;
    if (route === `GET ${folder}/${into}`) {
      const { session, line } = known ? { session: known, line: null } : start(false);
      const hide = (scope: string) =>
        `<input type="hidden" name="authenticity_token" value="${session.key}:${scope}">`;
      return page(
        `<meta name="csrf-token" content="${session.key}:all">
        <form action="/locale" method="post">${hide('POST /locale')}<button>English</button></form>
        <form action="${folder}/${into}" method="post">${hide(`POST ${path}`)}<input type="email" name="user[email]"><input type="password" name="user[password]"></form>`,
        line ? [line] : [],
      );
    }
    if (route === 'GET /') {
      if (!known?.isIn) return to(`${folder}/${into}`);
      const other = `<form action="/locale" method="post"><input type="hidden" name="authenticity_token" value="${toToken('POST /locale')}"></form>`;
      const meta = `<meta name="csrf-token" content="${toToken('all')}">`;
      return page(`${meta}<p>Ada</p>${other}${leave(toToken(`DELETE ${folder}/${out}`))}`);
    }
    const isThere = (real === 'POST' && isLogin) || (real === 'DELETE' && isLogout);
    if (!isThere) return NOT_FOUND;
    if (!isSure) return page('<h1>ActionController::InvalidAuthenticityToken</h1>', [], 422);
    if (isLogin && !isRight(form['user[email]'], form['user[password]'])) {
      const body = `<p>Invalid Email or password.</p><form action="${path}" method="post"><input name="user[email]"><input type="password" name="user[password]"></form>`;
      return page(body, [], 422);
    }
    sessions.delete(id);
    if (isLogin) return to('/', [start(true).line], 303);
    return to('/', ['_app_session=; Path=/; Max-Age=0'], 303);
  });
}

/**
 * NextAuth with a page of the site's own, which a script makes: who lacks the token is sent to a form.
 * @see https://authjs.dev/reference/core
 */
function serveNextAuth() {
  const [guard, name] = ['next-auth.csrf-token', 'next-auth.session-token'];
  const denied = new Set<string>();
  return servePlainly(({ route, form, cookies }) => {
    const [token = '', hash] = (cookies.get(guard) ?? '').split('.');
    const isPair = hash === `of-${token}`;
    const isGuarded = isPair && form.csrfToken === token;
    const value = cookies.get(name) ?? '';
    const isIn = readOwner(value) !== null && !denied.has(value);
    if (route === 'GET /api/auth/csrf') {
      const made = isPair ? token : next();
      const cookie = toCookie(guard, `${made}.of-${made}`);
      return { status: 200, headers: { 'Set-Cookie': cookie }, body: { csrfToken: made } };
    }
    if (route === 'GET /api/auth/session') {
      return { status: 200, body: isIn ? { user: { name: 'Ada' } } : {} };
    }
    if (route.startsWith('GET /api/auth/signin')) return to('/sign-in-here');
    if (route === 'GET /sign-in-here') return page('<div id="app"></div>');
    if (route === 'POST /api/auth/callback/credentials') {
      if (!isGuarded) return to('/api/auth/signin?csrf=true');
      if (!isRight(form.username, form.password, 'ada'))
        return to('/sign-in-here?error=CredentialsSignin');
      return to('/', [`${toCookie(name, sign(toClaims()))}; Max-Age=3600`]);
    }
    if (route !== 'POST /api/auth/signout') return NOT_FOUND;
    if (!isGuarded) return to('/api/auth/signout?csrf=true');
    denied.add(value);
    return to('/', [`${name}=; Path=/; Max-Age=0`]);
  });
}

/**
 * better-auth: what comes with a cookie has to come from its own origin.
 * @see https://www.better-auth.com/docs/concepts/api
 */
function serveBetterAuth() {
  const known = new Set<string>();
  const name = 'better-auth.session_token';
  return servePlainly(({ route, body, cookies, origin, headers }) => {
    const id = cookies.get(name) ?? '';
    const isForeign = cookies.size > 0 && origin !== `http://${headers.host}`;
    if (route.startsWith('POST /api/auth/') && isForeign) {
      return { status: 403, body: { code: 'MISSING_OR_NULL_ORIGIN' } };
    }
    if (route === 'POST /api/auth/sign-in/email') {
      if (!isRight(body?.email, body?.password)) {
        return { status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } };
      }
      const made = next();
      known.delete(id);
      known.add(made);
      const headersOf = { 'Set-Cookie': `${toCookie(name, made)}; Max-Age=604800` };
      return { status: 200, headers: headersOf, body: { redirect: false, user: { id: 'u1' } } };
    }
    if (route === 'GET /api/auth/get-session') {
      return { status: 200, body: known.has(id) ? { user: { email: 'ada@example.com' } } : null };
    }
    if (route !== 'POST /api/auth/sign-out') return NOT_FOUND;
    known.delete(id);
    return {
      status: 200,
      headers: { 'Set-Cookie': `${name}=; Path=/; Max-Age=0` },
      body: { success: true },
    };
  });
}

/** Sessions as a resource: made by a POST, ended by a DELETE. */
function serveSessionResource(path: string) {
  const known = new Set<string>();
  return servePlainly(({ route, body, cookies }) => {
    const id = cookies.get('sid') ?? '';
    const refused: Answer = { status: 401, body: { errors: [{ detail: 'Sign in' }] } };
    if (route === `POST ${path}`) {
      if (!isRight(body?.email, body?.password)) return refused;
      const made = next();
      known.delete(id);
      known.add(made);
      return { status: 201, headers: { 'Set-Cookie': toCookie('sid', made) }, body: {} };
    }
    if (route === 'GET /api/v1/users/me') return known.has(id) ? { status: 200, body: 1 } : refused;
    if (route !== `DELETE ${path}`) return NOT_FOUND;
    known.delete(id);
    return { status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } };
  });
}

/** An API whose users stand under their IDs: the login tells it, or the token. */
function serveById(welcome: (token: string) => unknown, path: string) {
  const denied = new Set<string>();
  return servePlainly(({ route, body, token }: Question) => {
    if (route === 'POST /v1/auth/login') {
      const isIn = isRight(body?.email, body?.password);
      const made = sign({ ...toClaims(), sub: '7b1' });
      return isIn ? { status: 200, body: welcome(made) } : { status: 401, body: {} };
    }
    if (route === 'POST /v1/auth/logout') {
      denied.add(token);
      return { status: 204 };
    }
    if (!route.startsWith(`GET ${path}/`)) return NOT_FOUND;
    if (readOwner(token) === null || denied.has(token)) return { status: 401, body: {} };
    return route === `GET ${path}/7b1` ? { status: 200, body: { id: '7b1' } } : { status: 403 };
  });
}

/** Puts what adds the slash at the end of every path before a server without one. */
function serveSlashed(sound: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '' } = request;
    if (!url.endsWith('/')) return response.writeHead(301, { Location: `${url}/` }).end();
    request.url = url.slice(0, -1);
    sound(request, response);
  };
}

const SOUND = 'note profile.challenge';
const username = 'ada@example.com';

/** Servers by the conventions of frameworks: all fit by themselves. */
export const CONVENTIONS: readonly Case[] = [
  {
    name: 'convention: Django, csrftoken and csrfmiddlewaretoken',
    app: serveDjango,
    finds:
      /POST \/accounts\/login\/ as a form: username[\s\S]*GET \/accounts\/profile\/[\s\S]*POST \/accounts\/logout\//,
  },
  {
    name: 'convention: Laravel Sanctum, /sanctum/csrf-cookie and X-XSRF-TOKEN',
    username,
    app: serveSanctum,
    finds:
      /POST \/login as JSON: email and password, with a CSRF token[\s\S]*GET \/api\/user[\s\S]*POST \/logout/,
    says: [SOUND, 'note login.refusal'],
  },
  {
    name: 'convention: Rails with Devise, a form that means a DELETE',
    username,
    app: () =>
      serveRails(
        '/users',
        ['sign_in', 'sign_out'],
        (token) =>
          `<form class="button_to" method="post" action="/users/sign_out"><input type="hidden" name="_method" value="delete"><button>Out</button><input type="hidden" name="authenticity_token" value="${token}"></form>`,
      ),
    finds: /POST \/users\/sign_in as a form: user\[email\][\s\S]*DELETE \/users\/sign_out/,
  },
  {
    name: 'convention: Phoenix and Rails, a link that a script makes a DELETE of',
    username,
    app: () =>
      serveRails(
        '/members',
        ['log_in', 'log_out'],
        () => '<a href="/members/log_out" data-method="delete">Leave</a>',
      ),
    finds: /POST \/members\/log_in as a form: user\[email\][\s\S]*DELETE \/members\/log_out/,
  },
  {
    name: 'convention: Spring Security, JSESSIONID and _csrf',
    app: serveSpring,
    finds: /POST \/login as a form: username[\s\S]*GET \/\n[\s\S]*POST \/logout/,
  },
  {
    name: 'convention: NextAuth, /api/auth/csrf and a page of one’s own',
    app: serveNextAuth,
    finds:
      /POST \/api\/auth\/callback\/credentials as a form: username and password, with a CSRF token[\s\S]*GET \/api\/auth\/session[\s\S]*POST \/api\/auth\/signout/,
    says: ['note profile.refusal'],
  },
  {
    name: 'convention: better-auth',
    username,
    app: serveBetterAuth,
    finds:
      /POST \/api\/auth\/sign-in\/email as JSON: email[\s\S]*GET \/api\/auth\/get-session[\s\S]*POST \/api\/auth\/sign-out/,
    says: ['note profile.refusal'],
  },
  ...['/api/v1/sessions', '/api/sessions', '/v1/sessions'].map((path) => ({
    name: `convention: ${path}, made and deleted`,
    username,
    app: () => serveSessionResource(path),
    finds: new RegExp(`POST ${path} as JSON: email[\\s\\S]*DELETE ${path}`),
    says: [SOUND],
  })),
  {
    name: 'convention: a slash at the end of every path, as in an API of Django',
    app: () => serveSlashed(servePlainSessions({ prefix: '/api' })),
    finds: /POST \/api\/login\/ as JSON[\s\S]*GET \/api\/profile\/[\s\S]*POST \/api\/logout\//,
  },
  {
    name: 'convention: a profile by the ID in the login’s answer',
    username,
    app: () =>
      serveById((token) => ({ user: { id: '7b1' }, tokens: { access: token } }), '/v1/users'),
    finds: /GET \/v1\/users\/7b1[\s\S]*POST \/v1\/auth\/logout/,
    says: [SOUND],
  },
  {
    name: 'convention: a profile by the ID in the token',
    username,
    app: () => serveById((token) => ({ token }), '/api/users'),
    finds: /GET \/api\/users\/7b1[\s\S]*POST \/v1\/auth\/logout/,
    says: [SOUND],
  },
];
