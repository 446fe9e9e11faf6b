import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import { type Answer, NOT_FOUND, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';

const next = () => randomBytes(16).toString('hex');
const page = (body: string, headers = {}): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  body: `<!doctype html><title>Site</title>${body}`,
});
const to = (place: string, cookie?: string): Answer => ({
  status: 302,
  headers: { Location: place, ...(cookie && { 'Set-Cookie': cookie }) },
});

/** Sessions for everybody, and a guard before all that is posted: it reads the token of a form, and no header. */
function serveFieldGuard(folder: string) {
  const sessions = new Map<string, { readonly token: string; readonly isIn: boolean }>();
  const start = (isIn: boolean) => {
    const id = next();
    const session = { token: next(), isIn };
    sessions.set(id, session);
    return { ...session, cookie: `site=${id}; Path=/; HttpOnly; SameSite=Lax` };
  };
  return servePlainly(({ route, form, cookies }) => {
    const id = cookies.get('site') ?? '';
    const session = sessions.get(id);
    const isPost = route.startsWith('POST');
    if (isPost && (!session || form._csrf !== session.token)) {
      const body = '<h1>Forbidden</h1><p>ForbiddenError: invalid csrf token';
      return { ...page(body), status: 403 };
    }
    const fresh = session ? null : start(false);
    const cookie = fresh ? { 'Set-Cookie': fresh.cookie } : {};
    const hidden = `<input type="hidden" name="_csrf" value="${(session ?? fresh)?.token}">`;
    const fields = '<input name="username"><input type="password" name="password">';
    if (route === 'GET /') return page('<p>Welcome', cookie);
    if (route === `GET ${folder}/login`) {
      return page(`<form method="post">${hidden}${fields}</form>`, cookie);
    }
    if (route === `POST ${folder}/login`) {
      const isRight = form.username === 'ada' && form.password === 'correct horse';
      if (!isRight) return to(`${folder}/login`);
      sessions.delete(id);
      return to(`${folder}/profile`, start(true).cookie);
    }
    if (route === `GET ${folder}/profile`) {
      if (!session?.isIn) return to(`${folder}/login`, fresh?.cookie);
      const out = `<form method="post" action="${folder}/out">${hidden}<button>Log out</button></form>`;
      return page(`<p>Ada</p>${out}`);
    }
    if (route !== `POST ${folder}/out`) return NOT_FOUND;
    sessions.delete(id);
    return to('/', 'site=; Path=/; Max-Age=0');
  });
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Puts a guard before all that is posted to a server. */
const serveGuarded =
  (
    isLetIn: (headers: Headers) => boolean,
    refusal: { status: number; body: string; headers?: Record<string, string> },
    sound: RequestListener = servePlainSessions(),
  ): RequestListener =>
  (request, response) => {
    if (request.method === 'GET' || isLetIn(request.headers)) sound(request, response);
    else response.writeHead(refusal.status, refusal.headers).end(refusal.body);
  };

const FRONT_END = 'http://localhost:5173';
const isFrom = (origin: string) => (headers: Headers) => headers.origin === origin;

/** Guards that stand before all that is posted: what gets past them is found, or asked for. */
export const GUARDS: readonly Case[] = [
  {
    name: 'guard: a token of forms alone, the form at /users/login',
    app: () => serveFieldGuard('/users'),
    finds: /login: POST \/users\/login as a form: username[\s\S]*logout: POST \/users\/out/,
    says: ['note session.anonymous'],
  },
  {
    name: 'guard: a token of forms alone, the form at /accounts/login',
    app: () => serveFieldGuard('/accounts'),
    finds: /login: POST \/accounts\/login as a form: username[\s\S]*logout: POST \/accounts\/out/,
    says: ['note session.anonymous'],
  },
  {
    name: 'guard: a token that no page brings',
    app: () => serveGuarded(() => false, { status: 403, body: '{"error":"invalid csrf token"}' }),
    problem: /posted gets 403 Forbidden[^\n]*\n[^\n]*--csrf-path/,
  },
  {
    name: 'guard: the front end’s origin alone',
    app: () => serveGuarded(isFrom(FRONT_END), { status: 403, body: 'Origin not allowed' }),
    finds: /origin: it lets in http:\/\/localhost:5173/,
  },
  {
    name: 'guard: the front end’s origin alone, said',
    app: () => serveGuarded(isFrom(FRONT_END), { status: 403, body: 'Origin not allowed' }),
    options: ['--origin', FRONT_END],
    finds: /origin: it lets in http:\/\/localhost:5173/,
  },
  {
    name: 'guard: its own origin alone, over https',
    app: () => {
      const sound = servePlainSessions({
        toCookie: (id) => `sid=${id}; Path=/; HttpOnly; SameSite=Lax; Secure`,
      });
      const isOwn = ({ origin, host }: Headers) => origin === `https://${host}`;
      return serveGuarded(isOwn, { status: 403, body: '{"error":"origin"}' }, sound);
    },
    finds: /proxy: it wants X-Forwarded-Proto: https/,
  },
  {
    name: 'guard: an origin that its answers allow to read',
    app: () => {
      const origin = 'http://localhost:9000';
      const headers = { 'Access-Control-Allow-Origin': origin };
      return serveGuarded(isFrom(origin), { status: 403, body: 'no', headers });
    },
    finds: /origin: it lets in http:\/\/localhost:9000/,
  },
  {
    name: 'guard: an origin that nothing names is asked for',
    app: () => {
      const isLetIn = isFrom('https://app.example.com');
      return serveGuarded(isLetIn, { status: 403, body: 'Blocked: bad Origin header' });
    },
    problem:
      /posted gets 403 Forbidden with Blocked[^\n]*\n[^\n]*the usual front ends[^\n]*--origin/,
  },
  {
    name: 'guard: an origin that nothing names, said',
    app: () => {
      const isLetIn = isFrom('https://app.example.com');
      return serveGuarded(isLetIn, { status: 403, body: 'Blocked: bad Origin header' });
    },
    options: ['--origin', 'https://app.example.com'],
    finds: /origin: it lets in https:\/\/app\.example\.com/,
  },
  {
    name: 'guard: the cors middleware, which ends in an error for any Origin',
    app: () =>
      serveGuarded(({ origin }) => !origin, { status: 500, body: 'Internal Server Error' }),
    finds: /origin: it lets in what sends none/,
  },
  {
    name: 'guard: a refusal of all that is posted, for no reason',
    app: () => serveGuarded(() => false, { status: 403, body: 'Forbidden' }),
    problem: /posted gets 403 Forbidden[^\n]*\n[^\n]*--csrf-path[^\n]*--origin/,
  },
  {
    name: 'guard: a header that scripts alone send',
    app: () => {
      const isScript = (headers: Headers) => headers['x-requested-with'] === 'XMLHttpRequest';
      return serveGuarded(isScript, { status: 403, body: 'CSRF: a header is missing' });
    },
    finds: /guard: it wants X-Requested-With: XMLHttpRequest/,
  },
  {
    name: 'guard: its own pages alone, by the Referer',
    app: () => {
      const isOwn = ({ referer, host }: Headers) => referer === `http://${host}/`;
      return serveGuarded(isOwn, { status: 400, body: 'Bad referer' });
    },
  },
  {
    name: 'guard: the origin of the login alone',
    app: () => {
      const sound = servePlainSessions();
      const guarded = serveGuarded(
        isFrom(FRONT_END),
        { status: 403, body: 'Invalid origin' },
        sound,
      );
      return (request, response) => (request.url === '/login' ? guarded : sound)(request, response);
    },
    finds: /origin: it lets in http:\/\/localhost:5173/,
  },
];
