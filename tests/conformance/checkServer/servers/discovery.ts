import { randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import { type Answer, isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { servePlainTokens } from './plainTokens.ts';

const NO_LOGOUT = 'note logout.there';

const FRONT_END: Answer = {
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>App</title><div id="root"></div>',
};

const TO_START: Answer = { status: 302, headers: { Location: '/' } };

/** Gives a new ID with each answer to a user, and forgets the old one. */
function serveNewIds() {
  const known = new Set<string>();
  const start = () => {
    const id = randomBytes(16).toString('hex');
    known.add(id);
    return { 'Set-Cookie': `sid=${id}; Path=/; HttpOnly; SameSite=Lax` };
  };
  return servePlainly((question) => {
    const { route, cookies } = question;
    const isKnown = known.delete(cookies.get('sid') ?? '');
    if (route === 'POST /login')
      return isAda(question) ? { status: 200, headers: start(), body: {} } : REFUSED;
    if (route === 'GET /me')
      return isKnown ? { status: 200, headers: start(), body: { id: 'abc123' } } : REFUSED;
    if (route !== 'POST /logout') return NOT_FOUND;
    return { status: 204, headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' } };
  });
}

const next = () => randomBytes(16).toString('hex');

/** Tokens that are no JWT, presented in whatever header. */
export function serveOpaque({
  toToken = next,
  toBody = (token: string): unknown => ({ token }),
  header = 'authorization',
  profile = 'GET /me',
} = {}) {
  const known = new Set<string>();
  return servePlainly((question) => {
    const { route, headers } = question;
    if (route === 'POST /login') {
      if (!isAda(question)) return REFUSED;
      const token = toToken();
      known.add(token);
      return { status: 200, body: toBody(token) };
    }
    if (route !== profile) return NOT_FOUND;
    const token = (headers[header] ?? '').replace(/^Bearer /, '');
    return known.has(token) ? { status: 200, body: { name: 'Ada' } } : REFUSED;
  });
}

/** A form that shows the name again, as the server reads it. */
function serveEcho() {
  const known = new Set<string>();
  const page = (text: string, status = 200): Answer => ({
    status,
    headers: { 'Content-Type': 'text/html' },
    body: `<html><p>${text}</p>`,
  });
  const toForm = (name: string) =>
    `<form method="post"><input name="username" value="${name}"><input type="password" name="password"></form>`;
  return servePlainly(({ route, form, cookies }) => {
    if (route === 'GET /login') return page(toForm(''));
    if (route === 'POST /login') {
      const name = (form.username ?? '').toLowerCase();
      if (name !== 'ada' || form.password !== 'correct horse')
        return page(`Wrong.${toForm(name)}`, 401);
      const id = next();
      known.add(id);
      const cookie = `sid=${id}; Path=/; HttpOnly; SameSite=Lax`;
      return { status: 302, headers: { Location: '/account', 'Set-Cookie': cookie } };
    }
    if (route !== 'GET /account') return NOT_FOUND;
    if (known.has(cookies.get('sid') ?? '')) return page('Hello');
    return { status: 302, headers: { Location: '/login' } };
  });
}

/** Sends everybody to the login from all that is not a user's, in the header alone. */
function serveRedirects() {
  const known = new Set<string>();
  const to = (place: string, headers = {}): Answer => ({
    status: 302,
    headers: { Location: place, ...headers },
  });
  return servePlainly((question) => {
    const { route, cookies } = question;
    const id = cookies.get('sid') ?? '';
    if (route === 'POST /login' && isAda(question)) {
      const made = next();
      known.delete(id);
      known.add(made);
      return to('/home', { 'Set-Cookie': `sid=${made}; Path=/; HttpOnly; SameSite=Lax` });
    }
    if (route === 'POST /login') return REFUSED;
    if (route === 'GET /home' && known.has(id)) return { status: 200, body: { name: 'Ada' } };
    if (route !== 'POST /logout') return to('/login');
    known.delete(id);
    return to('/', { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' });
  });
}

const toPage = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: `<!doctype html><head><title>Site</title><style>body { color: red }</style></head>${body}`,
});
const FORM =
  '<form method="post" action="/login"><input name="username"><input type="password" name="password"></form>';

/** Pages by their routes, and nothing else. */
const servePages = (pages: Readonly<Record<string, Answer>>) =>
  servePlainly(({ route }) => pages[route] ?? NOT_FOUND);

/** Servers that lead a search astray, with all that has to be said of them. */
export const DISCOVERY: readonly Case[] = [
  {
    name: 'sessions, and the page of a front end for all else: its logout is not guessed',
    app: () => servePlainSessions({ logsOut: ['POST /bye'], nothing: () => FRONT_END }),
    finds: /logout: none found/,
    says: [NO_LOGOUT],
  },
  {
    name: 'tokens without a logout, and the page of a front end for all else',
    app: () => servePlainTokens({ nothing: () => FRONT_END }),
    finds: /logout: none found/,
    says: [NO_LOGOUT],
  },
  {
    name: 'sessions, and a redirect to the start for all else: the logout beside is found',
    app: () =>
      servePlainSessions({
        logsOut: ['POST /signout'],
        farewell: () => TO_START,
        nothing: () => TO_START,
      }),
    finds: /logout: POST \/signout/,
    says: ['warn logout.cleared'],
  },
  {
    name: 'an ID that is new with each request: a GET that finds nothing logs nobody out',
    app: serveNewIds,
  },
  {
    name: 'a token under the name of a session',
    app: () => serveOpaque({ toBody: (token) => ({ sessionId: token, ttl: 3600 }) }),
    finds: /a token that is no JWT, sent as Authorization: Bearer/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a token that looks like any word, and is named',
    app: () =>
      serveOpaque({
        toToken: () => `pass-${next()}`,
        toBody: (token) => ({ door: { word: token } }),
      }),
    options: ['--token-field', 'door.word'],
    finds: /a token that is no JWT, sent as Authorization: Bearer/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a token in the header auth-token',
    app: () => serveOpaque({ header: 'auth-token' }),
    finds: /sent as auth-token/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a token in a header of its own name',
    app: () => serveOpaque({ header: 'x-door' }),
    problem: /brings a token as token[\s\S]*--token-field, --token-header/,
  },
  {
    name: 'what looks like a token, and in a header of its own name',
    app: () => serveOpaque({ header: 'x-door', toBody: (door) => ({ door }) }),
    problem: /brings a token as door[\s\S]*--token-field, --token-header/,
  },
  {
    name: 'a token in a header of its own name, which is named',
    app: () => serveOpaque({ header: 'x-door' }),
    options: ['--token-as', 'x-door'],
    finds: /sent as x-door/,
    says: [NO_LOGOUT],
  },
  {
    name: 'a refusal with 200 and a session for everybody',
    app: () =>
      servePlainly(({ route }) =>
        route === 'POST /login'
          ? {
              status: 200,
              headers: { 'Set-Cookie': `sid=${next()}; Path=/; HttpOnly; SameSite=Lax` },
              body: { success: false },
            }
          : NOT_FOUND,
      ),
    problem: /Right and wrong passwords get the same[\s\S]*--username-field/,
  },
  {
    name: 'a guessed path that never answers',
    app: () => {
      const sound = servePlainSessions({ profileRoute: 'GET /account' });
      return (request, response) => {
        if (request.url !== '/profile') sound(request, response);
      };
    },
    options: ['--timeout', '5000'],
    finds: /profile: GET \/account/,
  },
  {
    name: 'a start page that never ends',
    app: () => {
      const sound = servePlainSessions();
      return (request, response) => {
        if (request.url === '/') response.write('data: 1\n\n');
        else sound(request, response);
      };
    },
    options: ['--timeout', '5000'],
    finds: /profile: GET \/profile/,
  },
  {
    name: 'a server that takes apart what browsers send',
    app: () => {
      const sound = servePlainSessions();
      return (request, response) => {
        const { 'user-agent': agent, 'accept-language': language } = request.headers;
        if (agent?.startsWith('Mozilla/5.0') && language) sound(request, response);
        else response.writeHead(500).end();
      };
    },
  },
  {
    name: 'a form that writes the name back in lower case',
    username: 'ADA',
    app: serveEcho,
    says: [NO_LOGOUT, 'note session.oldId'],
  },
  {
    name: 'a redirect of everything to https elsewhere',
    app: () =>
      servePlainly(({ route }) => ({
        status: 301,
        headers: { Location: `https://localhost:8443${route.split(' ')[1]}` },
      })),
    problem: /sends everything to https:\/\/localhost:8443.*give that address/,
  },
  {
    name: 'a login of the browser’s own before everything',
    app: () =>
      servePlainly(() => ({ status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } })),
    problem: /behind a login of the browser’s own \(401, WWW-Authenticate: Basic realm="x"\)/,
  },
  {
    name: 'a login of the browser’s own before a page',
    app: () =>
      servePages({
        'GET /': toPage('Hello'),
        'GET /private': { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } },
      }),
    problem: /GET \/private asks for a login of the browser’s own.*neither a session nor a token/,
  },
  {
    name: 'a login by a third party',
    app: () => servePages({ 'GET /': toPage('<a href="/auth/github">Continue with GitHub</a>') }),
    problem: /leads to a login by a third party \(\/auth\/github\): that is not served/,
  },
  {
    name: 'a form with a captcha',
    app: () =>
      servePages({
        'GET /login': toPage(FORM.replace('</form>', '<div class="g-recaptcha"></div></form>')),
        'POST /login': toPage('Robot?', 400),
      }),
    problem: /400 Bad Request with Robot\?[\s\S]*has a captcha/,
  },
  {
    name: 'a login by mail alone',
    app: () =>
      servePages({
        'GET /login': toPage('<form method="post">Log in <input type="email" name="email"></form>'),
        'POST /login': toPage('Look into your mails.'),
      }),
    problem: /The form of \/login asks for a name alone/,
  },
  {
    name: 'a code after the password',
    app: () =>
      servePlainly((question) => {
        if (question.route === 'GET /code')
          return toPage('<form method="post"><input name="otp"></form>');
        if (question.route !== 'POST /login') return NOT_FOUND;
        if (!isAda(question)) return REFUSED;
        return { status: 302, headers: { Location: '/code', 'Set-Cookie': 'sid=a1; Path=/' } };
      }),
    problem: /\/code asks for a code after the password: a login with two factors is not served/,
  },
  {
    name: 'GraphQL without a login that is known',
    app: () =>
      servePages({ 'POST /graphql': { status: 200, body: { data: { __typename: 'Query' } } } }),
    problem: /\/graphql is GraphQL, and what logs in there was not found: .*--login-also 'query=/,
  },
  {
    name: 'the same 500 for everything',
    app: () => servePlainly(() => ({ status: 500, body: 'No database' })),
    problem: /Every path gets 500 Internal Server Error with No database/,
  },
  {
    name: 'redirects without a text: to the login for all else, and elsewhere from a login that worked',
    app: serveRedirects,
    finds: /login: POST \/login as JSON[\s\S]*logout: POST \/logout/,
    says: ['note profile.refusal'],
  },
];
