import { createHash, createHmac } from 'node:crypto';
import type { Case } from '../suite.ts';
import type { Answer } from './plainServer.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { servePlainTokens, sign, toClaims } from './plainTokens.ts';

const SECRET = 'a secret of the tests that stands in no list';
const PASSWORD = 'correct horse';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** Signs an ID as Express does. */
const toSigned = (id: string) => {
  const mac = createHmac('sha256', SECRET).update(id).digest('base64').replace(/=$/, '');
  return encodeURIComponent(`s:${id}.${mac}`);
};

/** Serves signed IDs, and gives away of each what `tell` returns. */
const serveSigned = (tell: (id: string) => unknown, takesBare = false) =>
  servePlainSessions({
    toCookie: (id) => `sid=${toSigned(id)}; Path=/; HttpOnly; SameSite=Lax`,
    readId: (value = '') => {
      const [, id = ''] = /^s:(\w+)\./.exec(decodeURIComponent(value)) ?? [];
      if (id !== '' && value === toSigned(id)) return id;
      return takesBare && /^\w+$/.test(value) ? value : undefined;
    },
    welcome: (id) => ({ token: tell(id), user: { id: 'abc123' } }),
  });

const digest = (algorithm: string, encoding: 'hex' | 'base64') =>
  createHash(algorithm).update(PASSWORD).digest(encoding);

const toLoginPage = (wrong = '') =>
  `<html><form method=post action=/login><input name=username>${wrong}<input name=password type=password></form>`;

/** Serves a form and a page, which say more than they should where they are told to. */
function servePages({ home = '', repeats = false } = {}) {
  let id = 0;
  const known = new Set<string>();
  const page = (body: string, status = 200): Answer => ({ status, headers: HTML, body });
  return servePlainly(({ route, form, cookies }) => {
    const sid = cookies.get('sid') ?? '';
    if (route === 'GET /login') return page(toLoginPage());
    if (route === 'POST /login') {
      const { username, password = '' } = form;
      if (username !== 'ada' || password !== PASSWORD) {
        const typed = password.replaceAll(' ', '&#x20;');
        return page(toLoginPage(repeats ? `<input name=again value="${typed}">` : ''), 401);
      }
      known.delete(sid);
      const made = createHash('sha256').update(`${SECRET} ${id++}`).digest('hex');
      known.add(made);
      const line = `sid=${made}; Path=/; HttpOnly; SameSite=Lax`;
      return { status: 302, headers: { Location: '/home', 'Set-Cookie': line } };
    }
    if (route === 'POST /logout') {
      known.delete(sid);
      const line = 'sid=; Path=/; Max-Age=0';
      return { status: 302, headers: { Location: '/login', 'Set-Cookie': line } };
    }
    if (route !== 'GET /home') return NOT_FOUND;
    const out = '<form method=post action=/logout><button>Log out</button></form>';
    return known.has(sid)
      ? page(`<html><p>Hello Ada</p>${home}${out}`)
      : { status: 302, headers: { Location: '/login' } };
  });
}

/** Servers whose answers say what they should not, or only seem to. */
export const ANSWERS: readonly Case[] = [
  {
    name: 'the ID in an address of the login’s answer',
    app: () => servePlainSessions({ welcome: (id) => ({ next: `/profile?sid=${id}&from=login` }) }),
    says: ['fail answer.credential'],
    came: { 'answer.credential': /has it in next/ },
  },
  {
    name: 'the bare ID of a signed cookie in the body',
    app: () => serveSigned((id) => id),
    says: ['note answer.credential'],
    came: { 'answer.credential': /has it as token: the bare ID, which opens nothing/ },
  },
  {
    name: 'the same, and the server takes it without its signature',
    app: () => serveSigned((id) => id, true),
    says: ['fail answer.credential'],
    came: { 'answer.credential': /which opens the profile without its signature/ },
  },
  {
    name: 'the whole of a signed cookie in the body',
    app: () => serveSigned(toSigned),
    says: ['fail answer.credential'],
  },
  {
    name: 'the same, decoded and without the mark of Express',
    app: () => serveSigned((id) => decodeURIComponent(toSigned(id)).slice(2)),
    says: ['fail answer.credential'],
  },
  {
    name: 'links, dates and rules that have to do with passwords',
    app: () =>
      servePlainSessions({
        profile: {
          _links: { password: '/users/me/password', passwd: { href: 'https://localhost/reset' } },
          lastVerified: { password: '2026-11-01T10:00:00Z' },
          has: { password: 'true', pwd: true },
          rules: { password: 'at least twelve letters' },
        },
      }),
  },
  {
    name: 'fast hashes of the password under names that tell nothing',
    app: () => servePlainSessions({ profile: { legacy: { auth: digest('md5', 'hex') } } }),
    says: ['fail answer.password'],
    came: { 'answer.password': /the md5 of the password, without a salt, as legacy\.auth/ },
  },
  {
    name: 'the same in base64, in the answer to a login',
    app: () => servePlainSessions({ welcome: () => ({ key: digest('sha256', 'base64') }) }),
    says: ['fail answer.password'],
    came: { 'answer.password': /POST \/login: the sha256 of the password, without a salt, as key/ },
  },
  {
    name: 'the same in a token',
    app: () =>
      servePlainTokens({
        welcome: () => ({
          status: 200,
          body: { token: sign({ ...toClaims(), k: digest('sha1', 'hex') }) },
        }),
      }),
    says: ['fail token.claims', 'note logout.there'],
  },
  { name: 'pages that say nothing', app: () => servePages(), says: [] },
  {
    name: 'the password in a field of a page',
    app: () => servePages({ home: `<input type="password" name=old value="${PASSWORD}">` }),
    says: ['fail answer.password'],
    came: { 'answer.password': /GET \/home: the password, as old/ },
  },
  {
    name: 'the hash in the state of a page',
    app: () =>
      servePages({
        home: `<script>window.state = {"user":{"pw":"$2b$10$${'a'.repeat(53)}"}};</script>`,
      }),
    says: ['fail answer.password'],
    came: { 'answer.password': /a hash of the password, as user\.pw/ },
  },
  {
    name: 'a page that asks for a new password',
    app: () =>
      servePages({
        home: '<form action=/account/password><input type=password name=password placeholder=Password value="********"></form>',
      }),
  },
  {
    name: 'a form that fills in the password again',
    app: () => servePages({ repeats: true }),
    says: ['warn login.echo'],
    came: { 'login.echo': /POST \/login has it as again/ },
  },
  {
    name: 'an error that sends back what was typed, as express-validator does',
    app: () =>
      servePlainSessions({
        accepts: isAda,
        refuseLogin: ({ body }) => ({
          ...REFUSED,
          body: { errors: [{ path: 'password', value: body?.password, msg: 'is wrong' }] },
        }),
      }),
    says: ['warn login.echo'],
    came: { 'login.echo': /as errors\.0\.value/ },
  },
];
