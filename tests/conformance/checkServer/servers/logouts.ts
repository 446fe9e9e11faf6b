import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import {
  type Answer,
  isAda,
  NOT_FOUND,
  type Question,
  REFUSED,
  servePlainly,
} from './plainServer.ts';

const next = () => randomBytes(16).toString('hex');
const page = (body: string, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><title>Site</title>${body}`,
});
const to = (place: string, cookie?: string): Answer => ({
  status: 303,
  headers: { Location: place, ...(cookie && { 'Set-Cookie': cookie }) },
});

/** How the page of a user offers the logout, and how the server knows it. */
interface Way {
  /** The page's logout, and what stands in its head. */
  readonly offer: (key: string) => string;
  /** Tells whether a request is the logout of the session with this key. */
  readonly ends: (question: Question, key: string) => boolean;
  /** To what has the address of the logout and is none. */
  readonly else?: (question: Question) => Answer | null;
  readonly clear?: string;
}

const CLEAR = 'site=; Path=/; Max-Age=0';

/** Serves a form's login, and an account whose logout wants what is on its page. */
function serveLogout({ offer, ends, else: answer, clear }: Way): RequestListener {
  const keys = new Map<string, string>();
  return servePlainly((question) => {
    const { route, form, cookies } = question;
    const id = cookies.get('site') ?? '';
    const key = keys.get(id);
    if (route === 'GET /login') {
      const fields = '<input name="username"><input type="password" name="password">';
      return page(`<form method="post" action="/login">${fields}<button>Go</button></form>`);
    }
    if (route === 'POST /login') {
      if (form.username !== 'ada' || form.password !== 'correct horse') {
        return page('<p>Wrong name or password', 401);
      }
      const made = next();
      keys.delete(id);
      keys.set(made, next());
      return to('/account', `site=${made}; Path=/; HttpOnly; SameSite=Lax`);
    }
    if (key !== undefined && ends(question, key)) {
      keys.delete(id);
      return to('/login', clear ?? CLEAR);
    }
    const other = answer?.(question);
    if (other) return other;
    if (route !== 'GET /account') return NOT_FOUND;
    return key === undefined ? to('/login') : page(`<p>Ada</p>${offer(key)}`);
  });
}

/** Serves tokens in an envelope, and a logout that wants the refresh token. */
function serveEnvelope(): RequestListener {
  const known = new Map<string, string>();
  return servePlainly((question) => {
    const { route, body, token } = question;
    if (route === 'POST /auth/login') {
      if (!isAda(question)) return REFUSED;
      const [access, refresh] = [`${next()}a1`, `${next()}r1`];
      known.set(refresh, access);
      return {
        status: 200,
        body: { data: { expires: 900, access_token: access, refresh_token: refresh } },
      };
    }
    if (route === 'GET /users/me') {
      return [...known.values()].includes(token) ? { status: 200, body: { id: 1 } } : REFUSED;
    }
    if (route !== 'POST /auth/logout') return NOT_FOUND;
    const isKnown = known.delete(String(body?.refresh_token));
    return isKnown
      ? { status: 204 }
      : { status: 400, body: { error: 'refresh_token is required' } };
  });
}

const HIDDEN = (key: string) => `<input type="hidden" name="formkey" value="${key}">`;
const isBack = ({ route }: Question) => /^(POST|DELETE|GET) \/(logout|auth)\b/.test(route);

/** Logouts that want what stands on the page of a user: all of them end what they should. */
export const LOGOUTS: readonly Case[] = [
  {
    name: 'logout: a form with a hidden key of any name',
    app: () =>
      serveLogout({
        offer: (key) =>
          `<form method="post" action="/logout">${HIDDEN(key)}<button>Log out</button></form>`,
        ends: ({ route, form }, key) => route === 'POST /logout' && form.formkey === key,
        else: (question) => (isBack(question) ? to('/account') : null),
      }),
    finds: /logout: POST \/logout/,
  },
  {
    name: 'logout: a hidden field says what is to be done',
    app: () =>
      serveLogout({
        offer: (key) =>
          `<form method="post" action="/auth">${HIDDEN(key)}<input type="hidden" name="op" value="out"><button>Log out</button></form>`,
        ends: ({ route, form }, key) =>
          route === 'POST /auth' && form.op === 'out' && form.formkey === key,
        else: (question) => (isBack(question) ? to('/account') : null),
      }),
    finds: /logout: POST \/auth/,
  },
  {
    name: 'logout: one of two buttons says what is to be done',
    app: () =>
      serveLogout({
        offer: (key) =>
          `<form method="post" action="/auth">${HIDDEN(key)}<input type="submit" name="op" value="Save"><input type="submit" name="op" value="Log out"></form>`,
        ends: ({ route, form }, key) =>
          route === 'POST /auth' && form.op === 'Log out' && form.formkey === key,
        else: (question) => (isBack(question) ? to('/account') : null),
      }),
    finds: /logout: POST \/auth/,
  },
  {
    name: 'logout: the field of the token is named in the head, before the token',
    app: () =>
      serveLogout({
        offer: (key) =>
          `<meta name="csrf-param" content="_guard"><meta name="csrf-token" content="${key}"><a href="/site/logout" data-method="post">Log out</a>`,
        ends: ({ route, form }, key) => route === 'POST /site/logout' && form._guard === key,
        else: ({ route }) =>
          route === 'POST /site/logout' ? page('<p>Unable to verify your data', 400) : null,
      }),
    finds: /logout: POST \/site\/logout/,
  },
  {
    name: 'logout: a link with a key of the session',
    app: () =>
      serveLogout({
        offer: (key) => `<a href="/log/logout.php?sesskey=${key}&amp;from=menu">Log out</a>`,
        ends: ({ route }, key) => route === `GET /log/logout.php?sesskey=${key}&from=menu`,
        else: ({ route }) =>
          route.startsWith('GET /log/logout.php') ? page('<p>Do you really want to?') : null,
      }),
    finds: /logout: GET \/log\/logout\.php/,
  },
  {
    name: 'logout: a link with a key, and a cookie that is cleared with a space',
    app: () =>
      serveLogout({
        offer: (key) =>
          `<a href="/gate?action=logout&amp;_wpnonce=${key.slice(0, 10)}">Log Out</a>`,
        ends: ({ route }, key) => route === `GET /gate?action=logout&_wpnonce=${key.slice(0, 10)}`,
        else: ({ route }) => (route.startsWith('GET /gate') ? page('<p>Really?', 403) : null),
        clear: 'site=%20; Path=/; Max-Age=0',
      }),
    finds: /logout: GET \/gate/,
  },
  {
    name: 'logout: a link without a key is one that any site can follow',
    app: () =>
      serveLogout({
        offer: () => '<a href="/gate?action=logout&amp;from=menu">Log out</a>',
        ends: ({ route }) => route.startsWith('GET /gate?action=logout'),
      }),
    says: ['warn logout.get'],
  },
  {
    name: 'logout: what takes every method is none, where no page offers another',
    app: () =>
      serveLogout({
        offer: () => '<p>Nothing else',
        ends: () => false,
        else: ({ route }) => (/^DELETE \/login$/.test(route) ? page('<h1>Forum</h1>') : null),
      }),
    says: ['note logout.there'],
    finds: /logout: none found/,
  },
  {
    name: 'logout: the refresh token came in an envelope',
    app: serveEnvelope,
    finds: /logout: POST \/auth\/logout/,
  },
];
