import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import { type Answer, NOT_FOUND, type Question, REFUSED, servePlainly } from './plainServer.ts';
import { readOwner, sign, toClaims } from './plainTokens.ts';

const next = () => randomBytes(16).toString('hex');
const NO_LOGOUT = 'note logout.there';
const PASSWORD = 'correct horse';

const toPage = (body: string, cookies: readonly string[] = []): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': [...cookies] },
  body: `<!doctype html><html><title>Seite</title>${body}`,
});
const to = (place: string, cookies: readonly string[] = []): Answer => ({
  status: 303,
  headers: { Location: place, 'Set-Cookie': [...cookies] },
});
const toCookie = (id: string) => `sid=${id}; Path=/; HttpOnly; SameSite=Lax`;

/** Pages with a form, by the words of a language or the habits of a framework. */
function servePages(own: {
  readonly login: string;
  readonly logout: string;
  readonly profile: string;
  /** Whether the page of a user has a link to a page that asks once more. */
  readonly asksOut?: boolean;
  /** What the start page says. */
  readonly start?: string;
  /** More pages, by their routes. */
  readonly pages?: Readonly<Record<string, Answer>>;
  readonly form: string;
  readonly button?: string;
  readonly accepts: (question: Question) => boolean;
}) {
  const known = new Set<string>();
  const { login, logout, profile, start = '', pages = {}, form, button = 'Logout', accepts } = own;
  return servePlainly((question) => {
    const { route, cookies } = question;
    const id = cookies.get('sid') ?? '';
    const [method, path = ''] = route.split(' ');
    const page = pages[route];
    if (page) return page;
    if (route === 'GET /') return toPage(start);
    if (method === 'GET' && path === login.replace(/\?\/.*/, '')) return toPage(form);
    if (route === `POST ${login}`) {
      if (!accepts(question)) return { ...toPage(`<p>Nein.</p>${form}`), status: 401 };
      const made = next();
      known.delete(id);
      known.add(made);
      return to(profile, [toCookie(made)]);
    }
    if (route === `GET ${profile}`) {
      if (own.asksOut && known.has(id)) return toPage(`<a href="${logout}">Log out</a>`);
      const out = `<form method="post" action="${logout}"><button>${button}</button></form>`;
      return known.has(id) ? toPage(`<p>Ada</p>${out}`) : to(login);
    }
    const token = `out-${id}`;
    if (own.asksOut && route === `GET ${logout}`) {
      return toPage(
        `<form method="post">Sure?<input type="hidden" name="key" value="${token}"><button>Sign out</button></form>`,
      );
    }
    if (route !== `POST ${logout}`) return NOT_FOUND;
    if (own.asksOut && question.form.key !== token) return { status: 403 };
    known.delete(id);
    return to('/', ['sid=; Path=/; Max-Age=0']);
  });
}

const toForm = (name: string, password: string, more = '', action = '') =>
  `<form method="post" action="${action}"><input name="${name}"><input type="password" name="${password}">${more}</form>`;

/** An API with tokens, by its own names. */
function serveApi({
  login = 'POST /login',
  accepts = ({ body }: Question) => body?.username === 'ada' && body.password === PASSWORD,
  refuse = (_question: Question): Answer => REFUSED,
  profile = 'GET /me',
  read = ({ token }: Question): string => token,
  welcome = (token: string): unknown => ({ token }),
  pages = {} as Readonly<Record<string, Answer>>,
} = {}) {
  return servePlainly((question) => {
    const { route } = question;
    if (route === login) {
      if (!accepts(question)) return refuse(question);
      return { status: 200, body: welcome(sign(toClaims())) };
    }
    if (route !== profile) return pages[route] ?? NOT_FOUND;
    return readOwner(read(question)) === null ? REFUSED : { status: 200, body: { name: 'Ada' } };
  });
}

/** A multipart body’s fields, as far as these tests write them. */
const readParts = ({ headers, text }: Question): Readonly<Record<string, string>> => {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
  const parts = boundary ? text.split(`--${boundary}`) : [];
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [, name, value] = /name="([^"]*)"\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
};

const isMember = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], object);

/** The first page asks for the name, the second for the password. */
function serveTwoPages() {
  const users = new Map<string, { readonly name: string; readonly isIn: boolean }>();
  return servePlainly(({ route, form, cookies }) => {
    const id = cookies.get('sid') ?? '';
    const user = users.get(id);
    const begin = (name: string, isIn: boolean, place: string) => {
      const made = next();
      users.delete(id);
      users.set(made, { name, isIn });
      return to(place, [toCookie(made)]);
    };
    if (route === 'GET /login')
      return toPage('<form method="post">Sign in <input type="email" name="email"></form>');
    if (route === 'POST /login') return begin(form.email ?? '', false, '/login/password');
    if (route === 'GET /login/password') {
      const field =
        '<input hidden name="return" value="/account"><input type="password" name="password">';
      return user
        ? toPage(`<form method="post">${field}<button>Sign in</button></form>`)
        : to('/login');
    }
    if (route === 'POST /login/password') {
      const isRight = user?.name === 'ada@example.com' && form.password === PASSWORD;
      return isRight && form.return === '/account'
        ? begin(user.name, true, '/account')
        : to('/login?error=1');
    }
    if (route === 'GET /account') return user?.isIn ? toPage('Ada') : to('/login');
    if (route !== 'POST /logout') return NOT_FOUND;
    users.delete(id);
    return to('/', ['sid=; Path=/; Max-Age=0']);
  });
}

const toType = (name: string, isRequired = false): unknown =>
  isRequired
    ? { kind: 'NON_NULL', name: null, ofType: toType(name) }
    : { kind: 'OBJECT', name, ofType: null };
const toItem = (name: string, type: string, args: readonly unknown[] = [], isRequired = false) => ({
  ...{ name, args, type: toType(type, isRequired) },
});

/** What a GraphQL server tells of itself: its login takes an input, and it has a logout. */
const SCHEMA = {
  queryType: { name: 'Query' },
  mutationType: { name: 'Mutation' },
  types: [
    { name: 'Query', fields: [toItem('posts', 'String'), toItem('me', 'User')] },
    {
      name: 'Mutation',
      fields: [
        toItem('loginWithGoogle', 'Auth', [toItem('code', 'String', [], true)]),
        toItem('login', 'Auth', [toItem('input', 'LoginInput', [], true)]),
        toItem('logout', 'Boolean'),
      ],
    },
    { name: 'Auth', fields: [toItem('token', 'String'), toItem('user', 'User')] },
    { name: 'User', fields: [toItem('id', 'ID'), toItem('name', 'String')] },
    {
      name: 'LoginInput',
      inputFields: [toItem('login', 'String', [], true), toItem('password', 'String', [], true)],
    },
    ...['String', 'ID', 'Boolean'].map((name) => ({ name, fields: null })),
  ],
};

/** GraphQL: each answer has status 200. */
function serveGraph(isShown: boolean) {
  const ended = new Set<string>();
  const answer = (data: unknown, message?: string): Answer => ({
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: { data, ...(message && { errors: [{ message }] }) },
  });
  return servePlainly(({ route, body, token }) => {
    if (route !== 'POST /graphql') return NOT_FOUND;
    const query = typeof body?.query === 'string' ? body.query.replace(/\s/g, '') : '';
    if (query.includes('__schema')) {
      return isShown ? answer({ __schema: SCHEMA }) : answer(undefined, 'introspection is off');
    }
    const owner = ended.has(token) ? null : readOwner(token);
    const login = isShown
      ? 'mutation($input:LoginInput!){login(input:$input){tokenuser{idname}}}'
      : 'mutation($username:String!,$password:String!){signIn(username:$username,password:$password){token}}';
    if (query === login) {
      const given = isMember(body, isShown ? 'variables.input' : 'variables');
      const name = isMember(given, isShown ? 'login' : 'username');
      if (!isRight(name, isMember(given, 'password'))) return answer(null, 'Wrong');
      return answer({ login: { token: sign(toClaims()), user: { id: '1' } } });
    }
    if (query === '{me{idname}}' || query === '{me{id}}') {
      return owner === null ? answer({ me: null }, 'Log in') : answer({ me: { id: '1' } });
    }
    if (query !== 'mutation{logout}' || !isShown) return answer(undefined, 'Cannot query that');
    if (owner !== null) ended.add(token);
    return answer({ logout: owner !== null });
  });
}

const isRight = (name: unknown, password: unknown) => name === 'ada' && password === PASSWORD;

/** Servers that name things by another language or habit: all but the last fit by themselves. */
export const LOGINS: readonly Case[] = [
  {
    name: 'login: the button has to come along, with what the form holds ready',
    app: () =>
      servePages({
        ...{ login: '/login', logout: '/logout', profile: '/home' },
        form: toForm(
          'username',
          'password',
          '<select name="realm"><option value="one">One<option value="two" selected>Two</select><input type="checkbox" name="all" checked><input type="checkbox" name="none"><button name="back" value="Back">Back</button><input type="submit" name="login" value="Sign in">',
        ),
        accepts: ({ form }) =>
          isRight(form.username, form.password) &&
          form.login === 'Sign in' &&
          form.realm === 'two' &&
          form.all === 'on' &&
          !('none' in form || 'back' in form),
      }),
    finds: /POST \/login as a form[\s\S]*GET \/home[\s\S]*POST \/logout/,
  },
  ...(
    [
      ['German', 'Anmelden', '/anmelden', '/abmelden', '/konto', 'benutzername', 'passwort'],
      ['French', 'Connexion', '/connexion', '/deconnexion', '/compte', 'pseudo', 'mot_de_passe'],
      ['Spanish', 'Iniciar sesión', '/entrada', '/cierre', '/panel', 'usuario', 'clave'],
      ['Italian', 'Accedi', '/accedi', '/esci', '/profilo', 'utente', 'parola'],
      ['Dutch', 'Inloggen', '/inloggen', '/uitloggen', '/profiel', 'naam', 'wachtwoord'],
    ] as const
  ).map(([language, label, login, logout, profile, name, password]) => ({
    name: `login: pages in ${language}`,
    app: () =>
      servePages({
        ...{ login, logout, profile, start: `<a href="${login}">${label}</a>` },
        form: toForm(name, password),
        button: language === 'Spanish' ? 'Cerrar sesión' : 'x',
        accepts: ({ form }) => isRight(form[name], form[password]),
      }),
    finds: new RegExp(`POST ${login} as a form[\\s\\S]*GET ${profile}[\\s\\S]*POST ${logout}`),
  })),
  {
    name: 'login: an API in Portuguese, which says what it lacks',
    app: () =>
      serveApi({
        login: 'POST /api/entrar',
        profile: 'GET /api/perfil',
        accepts: ({ body }) => isRight(body?.usuario, body?.senha),
      }),
    finds: /POST \/api\/entrar as JSON: usuario and senha[\s\S]*GET \/api\/perfil/,
    says: [NO_LOGOUT],
  },
  ...(
    [
      ['identity', 'password', 'Missing field: identity'],
      ['loginId', 'passcode', '{"errors":[{"path":["loginId"]},{"path":["passcode"]}]}'],
      ['identifiant', 'mot_de_passe', 'mot_de_passe manquant'],
    ] as const
  ).map(([name, password, text]) => ({
    name: `login: fields that the refusal asks for, ${name} and ${password}`,
    app: () =>
      serveApi({
        accepts: ({ body }) => isRight(body?.[name], body?.[password]),
        refuse: ({ body }) =>
          typeof body?.[name] === 'string' && typeof body[password] === 'string'
            ? REFUSED
            : { status: 400, body: text },
      }),
    finds: new RegExp(`as JSON: ${name} and ${password}`),
    says: [NO_LOGOUT],
  })),
  {
    name: 'login: two links away from the start',
    app: () =>
      servePages({
        ...{ login: '/auth/login?/in', logout: '/auth/leave', profile: '/account' },
        start: '<a href="/about">About</a> <a href="/account">My account</a>',
        form: toForm('email', 'password', '', '?/in'),
        button: 'Log out',
        accepts: ({ form }) => isRight(form.email, form.password),
      }),
    finds: /POST \/auth\/login\?\/in as a form: email[\s\S]*GET \/account[\s\S]*POST \/auth\/leave/,
  },
  {
    name: 'login: the logout asks once more, with a form of its own',
    app: () =>
      servePages({
        ...{ login: '/login', logout: '/logout', profile: '/home', asksOut: true },
        form: toForm('username', 'password'),
        accepts: ({ form }) => isRight(form.username, form.password),
      }),
    finds: /logout: POST \/logout/,
  },
  {
    name: 'login: links lead there that say nothing of it',
    app: () =>
      servePages({
        ...{ login: '/demo/in/login', logout: '/demo/in/out', profile: '/demo/in' },
        start: '<a href="/demo">Demo</a>',
        pages: { 'GET /demo': toPage('<a href="/demo/in">Next</a>') },
        form: toForm('username', 'password'),
        button: 'Sign out',
        accepts: ({ form }) => isRight(form.username, form.password),
      }),
    finds: /POST \/demo\/in\/login as a form[\s\S]*GET \/demo\/in\n[\s\S]*POST \/demo\/in\/out/,
  },
  {
    name: 'login: behind a guard that refuses all else beside it',
    app: () => {
      const api = serveApi({ login: 'POST /api/login_check', profile: 'GET /api/me' });
      const wall: Answer = { status: 401, body: { message: 'JWT Token not found' } };
      const walled = servePlainly(() => wall);
      return (request, response) => {
        const isKnown = ['/api/login_check', '/api/me'].includes(request.url ?? '');
        const isApi = request.url?.startsWith('/api/');
        return (isKnown || !isApi ? api : walled)(request, response);
      };
    },
    finds: /POST \/api\/login_check as JSON: username and password/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: a grant of OAuth, in the query',
    app: () =>
      serveApi({
        login: 'POST /token?grant_type=password',
        profile: 'GET /user',
        pages: { 'POST /token': { status: 400, body: { error: 'unsupported_grant_type' } } },
      }),
    finds: /POST \/token\?grant_type=password as JSON: username and password/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: a slash at the end, and nothing without it',
    app: () => serveApi({ login: 'POST /api-token-auth/', profile: 'GET /api/users/me/' }),
    finds: /POST \/api-token-auth\/ as JSON[\s\S]*GET \/api\/users\/me\//,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: two pages, one for the name and one for the password',
    username: 'ada@example.com',
    app: serveTwoPages,
    finds: /POST \/login\/password as a form: email and password[\s\S]*GET \/account/,
  },
  {
    name: 'login: a form in parts',
    app: () =>
      servePages({
        ...{ login: '/login', logout: '/logout', profile: '/home' },
        form: toForm('username', 'password').replace(
          '<form',
          '<form enctype="multipart/form-data"',
        ),
        accepts: (question) => {
          const { username, password } = readParts(question);
          return isRight(username, password);
        },
      }),
    finds: /POST \/login as a form in parts \(multipart\)/,
  },
  {
    name: 'login: JSON:API',
    app: () =>
      serveApi({
        login: 'POST /sessions',
        accepts: ({ body }) =>
          isMember(body, 'data.type') === 'sessions' &&
          isRight(
            isMember(body, 'data.attributes.username'),
            isMember(body, 'data.attributes.password'),
          ),
        refuse: ({ headers, body }) =>
          headers['content-type'] !== 'application/vnd.api+json'
            ? { status: 415, headers: { 'Content-Type': 'application/vnd.api+json' }, body: {} }
            : body?.data
              ? REFUSED
              : { status: 400, body: {} },
      }),
    finds: /as JSON: data\.attributes\.username and data\.attributes\.password/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: GraphQL that shows what it has',
    app: () => serveGraph(true),
    finds:
      /as JSON: variables\.input\.login and variables\.input\.password[\s\S]*POST \/graphql \{me\{id name\}\}[\s\S]*POST \/graphql mutation\{logout\}/,
  },
  {
    name: 'login: GraphQL that does not',
    app: () => serveGraph(false),
    finds: /as JSON: variables\.username and variables\.password[\s\S]*POST \/graphql \{me\{id\}\}/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: Matrix',
    app: () =>
      serveApi({
        login: 'POST /_matrix/client/v3/login',
        profile: 'GET /_matrix/client/v3/account/whoami',
        pages: {
          'GET /_matrix/client/v3/login': {
            status: 200,
            body: { flows: [{ type: 'm.login.password' }] },
          },
        },
        accepts: ({ body }) =>
          body?.type === 'm.login.password' &&
          isMember(body, 'identifier.type') === 'm.id.user' &&
          isRight(isMember(body, 'identifier.user'), body.password),
        welcome: (token) => ({ access_token: token }),
      }),
    finds:
      /as JSON: identifier\.user and password[\s\S]*GET \/_matrix\/client\/v3\/account\/whoami/,
    says: [NO_LOGOUT],
  },
  ...(['x-auth', 'x-session-token', 'X-API-Key'] as const).map((header) => ({
    name: `login: a token in the header ${header}`,
    app: () => serveApi({ read: ({ headers }) => headers[header.toLowerCase()] ?? '' }),
    finds: new RegExp(`sent as ${header.toLowerCase()}`),
    says: [NO_LOGOUT],
  })),
  {
    name: 'login: a token in the header that its member is named by',
    app: () =>
      serveApi({
        read: ({ headers }) => headers['x-door-ticket'] ?? '',
        welcome: (doorTicket) => ({ doorTicket }),
      }),
    finds: /sent as x-door-ticket/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: a token in a header that is named, with a word before it',
    app: () => serveApi({ read: ({ headers }) => (headers['x-door'] ?? '').replace('Pass ', '') }),
    options: ['--token-header', 'X-Door', '--token-as', 'Pass'],
    finds: /sent as X-Door: Pass/,
    says: [NO_LOGOUT],
  },
  {
    name: 'login: its own address answers who is in, and so does another page',
    app: () => {
      const known = new Set<string>();
      return servePlainly(({ route, body, cookies }) => {
        const id = cookies.get('sid') ?? '';
        if (route === 'POST /auth/login' && isRight(body?.username, body?.password)) {
          const made = next();
          known.delete(id);
          known.add(made);
          return { status: 200, headers: { 'Set-Cookie': toCookie(made) }, body: {} };
        }
        if (route === 'GET /auth/login' || route === 'GET /tasks')
          return known.has(id) ? { status: 200, body: { name: 'Ada' } } : REFUSED;
        if (route === 'POST /auth/login') return REFUSED;
        if (route !== 'POST /auth/logout') return NOT_FOUND;
        known.delete(id);
        return { status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } };
      });
    },
    finds: /profile: GET \/tasks/,
  },
  {
    name: 'login: one script makes all pages, by their names in the query',
    app: () =>
      servePages({
        ...{ login: '/index.php?page=login', logout: '/index.php?page=logout' },
        profile: '/index.php?page=home',
        start: '<a href="index.php?page=login">Login</a>',
        form: toForm('user', 'pass'),
        accepts: ({ form }) => isRight(form.user, form.pass),
      }),
    finds:
      /POST \/index\.php\?page=login as a form: user and pass[\s\S]*GET \/index\.php\?page=home[\s\S]*POST \/index\.php\?page=logout/,
  },
  {
    name: 'login: what it wants besides stands inside',
    app: () =>
      serveApi({
        accepts: ({ body }) =>
          isMember(body, 'user.tenant') === 'one' &&
          isRight(isMember(body, 'user.username'), isMember(body, 'user.password')),
      }),
    options: ['--login-also', 'user[tenant]=one'],
    finds: /as JSON: user\.username and user\.password/,
    says: [NO_LOGOUT],
  },
];
