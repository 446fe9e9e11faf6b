import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import type { Answer, Question } from './plainServer.ts';
import { NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { readOwner, sign, toClaims } from './plainTokens.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const NO_LOGOUT = 'note logout.there';
const username = 'ada@example.com';

/** Where and how a well-known API takes its login and its token. */
interface Shape {
  readonly login: string;
  readonly profile: string;
  readonly logout?: string;
  readonly name: string;
  readonly value?: string;
  /** Whether the login is a form's body. */
  readonly isForm?: boolean;
  readonly read: (headers: Question['headers']) => string;
  readonly welcome: (token: string) => Answer;
}

const bearer: Shape['read'] = ({ authorization = '' }) =>
  /^bearer (.+)$/i.exec(authorization)?.[1] ?? '';
const give =
  (toBody: (token: string) => unknown, status = 200): Shape['welcome'] =>
  (token) => ({ status, headers: { 'Cache-Control': 'no-store' }, body: toBody(token) });

/** Serves an API with a JWT of a given shape, without a flaw. */
function serveApi({ login, profile, logout, name, value = 'ada', isForm, read, welcome }: Shape) {
  const denied = new Set<string>();
  return servePlainly(({ route, body, form, headers }) => {
    const token = read(headers);
    if (route === login) {
      const given = isForm ? form : body;
      const isRight = given?.[name] === value && given.password === 'correct horse';
      return isRight ? welcome(sign(toClaims())) : REFUSED;
    }
    if (route === profile) {
      const isIn = readOwner(token) !== null && !denied.has(token);
      return isIn ? { status: 200, body: { name: 'Ada' } } : REFUSED;
    }
    if (route !== logout) return NOT_FOUND;
    denied.add(token);
    return { status: 200, body: {} };
  });
}

/** Serves pages with a form: the login leads to `home`, which only a user gets. */
function servePages(paths: {
  readonly form: string;
  readonly action: string;
  readonly home: string;
  readonly logout: string;
  readonly fields: string;
  readonly name: string;
  /** The name of the hidden field that guards each form. */
  readonly guard?: string;
}) {
  const { form, action, home, logout, fields, name, guard } = paths;
  const sessions = new Map<string, { user: boolean; token: string }>();
  const page = (body: string, headers = {}): Answer => ({
    ...{ status: 200, headers: { ...HTML, ...headers } },
    body: `<!doctype html><title>Site</title>${body}`,
  });
  const open = (user: boolean) => {
    const id = randomBytes(16).toString('hex');
    const token = randomBytes(16).toString('hex');
    sessions.set(id, { user, token });
    return { token, headers: { 'Set-Cookie': `site=${id}; Path=/; HttpOnly; SameSite=Lax` } };
  };
  const hide = (token: string) =>
    guard ? `<input type="hidden" name="${guard}" value="${token}">` : '';
  return servePlainly((question) => {
    const { route, cookies } = question;
    const id = cookies.get('site') ?? '';
    const session = sessions.get(id);
    const isPost = route.startsWith('POST');
    if (isPost && guard && question.form[guard] !== session?.token)
      return { status: 419, body: 'expired' };
    if (route === form) {
      const made = session ? { token: session.token, headers: {} } : open(false);
      return page(
        `<form method="post" action="${action.split(' ')[1]}">${hide(made.token)}${fields}</form>`,
        made.headers,
      );
    }
    if (route === action) {
      const isRight = question.form[name] === 'ada' && question.form.password === 'correct horse';
      if (!isRight) return { status: 302, headers: { Location: form.split(' ')[1] ?? '' } };
      sessions.delete(id);
      return {
        status: 302,
        headers: { ...open(true).headers, Location: home.split(' ')[1] ?? '' },
      };
    }
    if (route === home) {
      if (!session?.user) return { status: 302, headers: { Location: form.split(' ')[1] ?? '' } };
      const [method, to] = logout.split(' ');
      const out =
        method === 'POST'
          ? `<form method="post" action="${to}">${hide(session.token)}<button>Log out</button></form>`
          : `<a href="${to}">Log out</a>`;
      return page(`<h1>Ada</h1>${out}`);
    }
    if (route !== logout) return NOT_FOUND;
    sessions.delete(id);
    return { status: 302, headers: { Location: '/', 'Set-Cookie': 'site=; Path=/; Max-Age=0' } };
  });
}

const api = (name: string, shape: Shape, more: Partial<Case> = {}): Case => ({
  name: `published: ${name}`,
  app: () => serveApi(shape),
  says: shape.logout ? [] : [NO_LOGOUT],
  ...(shape.value === username && { username }),
  ...more,
});

/** The shapes of APIs and sites that are described in public, without their flaws: all fit by themselves. */
export const PUBLISHED: readonly Case[] = [
  api('Nest, the guide to JWT', {
    ...{ login: 'POST /auth/login', profile: 'GET /auth/profile', name: 'username' },
    ...{ read: bearer, welcome: give((token) => ({ access_token: token }), 201) },
  }),
  api('x-access-token after /api/auth/signin', {
    ...{ login: 'POST /api/auth/signin', profile: 'GET /api/test/user', name: 'username' },
    read: ({ 'x-access-token': token = '' }) => token,
    welcome: give((token) => ({
      id: 1,
      username: 'ada',
      roles: ['ROLE_USER'],
      accessToken: token,
    })),
  }),
  api('x-auth-token, login and profile at /api/auth', {
    ...{ login: 'POST /api/auth', profile: 'GET /api/auth', name: 'email', value: username },
    ...{ read: ({ 'x-auth-token': token = '' }) => token, welcome: give((token) => ({ token })) },
  }),
  api('/users/authenticate and a list of users', {
    ...{ login: 'POST /users/authenticate', profile: 'GET /users', name: 'username' },
    ...{ read: bearer, welcome: give((token) => ({ id: 1, firstName: 'Ada', token })) },
  }),
  api('Strapi', {
    ...{ login: 'POST /api/auth/local', profile: 'GET /api/users/me', name: 'identifier' },
    ...{ read: bearer, welcome: give((token) => ({ jwt: token, user: { id: 1 } })) },
  }),
  api('FastAPI, the tutorial on OAuth2 with a password', {
    ...{ login: 'POST /token', profile: 'GET /users/me', name: 'username', isForm: true },
    ...{ read: bearer, welcome: give((token) => ({ access_token: token, token_type: 'bearer' })) },
  }),
  api('Directus', {
    ...{ login: 'POST /auth/login', profile: 'GET /users/me', name: 'email', value: username },
    read: bearer,
    welcome: give((token) => ({
      data: { access_token: token, refresh_token: 'opaque-refresh-1', expires: 900 },
    })),
  }),
  api('Express with tokens for access and refresh at /v1/auth', {
    ...{
      login: 'POST /v1/auth/login',
      profile: 'GET /v1/users/me',
      name: 'email',
      value: username,
    },
    read: bearer,
    welcome: give((token) => ({
      user: { id: 1 },
      tokens: { access: { token }, refresh: { token: 'opaque-refresh-1' } },
    })),
  }),
  api('passport-jwt with Authorization: JWT', {
    ...{ login: 'POST /api/login', profile: 'GET /api/protected', name: 'username' },
    read: ({ authorization = '' }) => /^JWT (.+)$/.exec(authorization)?.[1] ?? '',
    welcome: give((token) => ({ success: true, token: `JWT ${token}` })),
  }),
  api('a logout with a deny-list', {
    ...{
      login: 'POST /api/users/login',
      profile: 'GET /api/users/me',
      logout: 'POST /api/users/logout',
    },
    ...{ name: 'email', value: username, read: bearer },
    welcome: give((token) => ({ status: 'success', data: { token } })),
  }),
  {
    name: 'published: Express, the example of a login by form',
    app: () =>
      servePages({
        ...{ form: 'GET /login', action: 'POST /login', home: 'GET /restricted', name: 'username' },
        logout: 'GET /logout',
        fields: '<input name="username"><input type="password" name="password">',
      }),
    says: ['warn logout.get'],
  },
  {
    name: 'published: Django, csrfmiddlewaretoken',
    app: () =>
      servePages({
        ...{
          form: 'GET /accounts/login/',
          action: 'POST /accounts/login/',
          home: 'GET /accounts/profile/',
        },
        ...{ logout: 'POST /accounts/logout/', name: 'username', guard: 'csrfmiddlewaretoken' },
        fields: '<input type="text" name="username"><input type="password" name="password">',
      }),
  },
  {
    name: 'published: Laravel, _token',
    app: () =>
      servePages({
        ...{
          form: 'GET /login',
          action: 'POST /login',
          home: 'GET /dashboard',
          logout: 'POST /logout',
        },
        ...{ name: 'email', guard: '_token' },
        fields:
          '<input type="email" name="email"><input type="password" name="password"><input type="checkbox" name="remember">',
      }),
  },
];
