import { createHmac, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';

const SECRET = 'a secret of the tests that stands in no list';
const USER = { id: 'abc123', name: 'ada', mail: 'ada@example.com' };
const mac = (text: string, secret: string) =>
  createHmac('sha256', secret).update(text).digest('base64');

/** The cookies of a login, by name, and whether those of a request are right. */
interface Writing {
  readonly write: () => Readonly<Record<string, string>>;
  readonly isRight: (cookies: ReadonlyMap<string, string>) => boolean;
}

/** Serves a cookie that says itself who the user is. */
function serveWritten({ write, isRight }: Writing): RequestListener {
  return servePlainly((question) => {
    const { route, body, cookies } = question;
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      const lines = Object.entries(write()).map(
        ([name, value]) => `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax`,
      );
      return { status: 200, headers: { 'Set-Cookie': lines }, body: {} };
    }
    if (route === 'GET /profile') return isRight(cookies) ? { status: 200, body: {} } : REFUSED;
    if (route !== 'POST /logout') return NOT_FOUND;
    const gone = Object.keys(write()).map((name) => `${name}=; Path=/; Max-Age=0`);
    return { status: 204, headers: { 'Set-Cookie': gone } };
  });
}

/** Signs a text, and takes any beginning of the signature: the empty one, or from a length on. */
const signLoosely = (text: string, length: number): Writing => ({
  write: () => ({ user: `${text}.${mac(text, SECRET)}` }),
  isRight: (cookies) => {
    const value = decodeURIComponent(cookies.get('user') ?? '');
    const dot = value.lastIndexOf('.');
    const [signed, signature] = [value.slice(0, dot), value.slice(dot + 1)];
    const isCut = signature === '' ? length === 0 : signature.length >= length;
    return signed === text && isCut && mac(signed, SECRET).startsWith(signature);
  },
});

/** Signs a text as res.cookie() does with `signed`, or as Hono's setSignedCookie(). */
function signText(
  text: string,
  { secret = SECRET, isExpress = true, checks = true } = {},
): Writing {
  const sign = (signed: string) =>
    isExpress
      ? `s:${signed}.${mac(signed, secret).replace(/=$/, '')}`
      : `${signed}.${mac(signed, secret)}`;
  const isOwn = (signed: string) =>
    signed === text || (signed.includes('{') && signed.includes('abc123'));
  return {
    write: () => ({ user: sign(text) }),
    isRight: (cookies) => {
      const value = decodeURIComponent(cookies.get('user') ?? '');
      const [, signed = ''] = /^(?:s:)?(.+)\.[^.]*$/.exec(value) ?? [];
      return isOwn(signed) && (!checks || value === sign(signed));
    },
  };
}

const JSON_TEXT = `j:${JSON.stringify(USER)}`;
const NOTE = 'note logout.copy';
const finds = /the session itself in the cookie user/;

/** Servers that keep nothing: a cookie of their own making holds who the user is. */
export const SIGNED_DATA: readonly Case[] = [
  ...[0, 20].map((length) => ({
    name: `a signature of which ${length} letters are enough`,
    app: () => serveWritten(signLoosely('abc123', length)),
    says: ['fail cookie.signature', NOTE],
  })),
  { name: 'a signed number', app: () => serveWritten(signText('42')), finds, says: [NOTE] },
  {
    name: 'a signed name',
    app: () => serveWritten(signText('ada', { isExpress: false })),
    finds,
    says: [NOTE],
  },
  { name: 'a signed object', app: () => serveWritten(signText(JSON_TEXT)), finds, says: [NOTE] },
  {
    name: 'a signed ID of the user, the same at each login',
    app: () => serveWritten(signText('507f1f77bcf86cd799439011')),
    finds,
    says: [NOTE],
  },
  {
    name: 'a number with its signature beside it',
    app: () => {
      const signature = createHmac('sha1', SECRET).update('user=42').digest('base64url');
      return serveWritten({
        write: () => ({ user: '42', 'user.sig': signature }),
        isRight: (cookies) => cookies.get('user') === '42' && cookies.get('user.sig') === signature,
      });
    },
    finds: /the session itself in the cookie user and user\.sig$/m,
    says: [NOTE],
  },
  {
    name: 'an encrypted JWT',
    app: () => {
      const known = new Set<string>();
      const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
      return serveWritten({
        write: () => {
          const token = [
            header,
            '',
            ...[12, 64, 16].map((n) => randomBytes(n).toString('base64url')),
          ].join('.');
          known.add(token);
          return { user: token };
        },
        isRight: (cookies) => known.has(cookies.get('user') ?? ''),
      });
    },
    finds,
    says: [NOTE],
  },
  {
    name: 'a number signed with a published secret',
    app: () => serveWritten(signText('42', { secret: 'keyboard cat' })),
    says: ['fail secret.known', NOTE],
    came: { 'secret.known': /it signs who the user is/ },
  },
  {
    name: 'an object signed with a published secret',
    app: () => serveWritten(signText(JSON_TEXT, { secret: 'keyboard cat' })),
    says: ['fail secret.known', NOTE],
    came: { 'secret.known': /a forgery with it opened the profile/ },
  },
  {
    name: 'a signature that nobody checks',
    app: () => serveWritten(signText('42', { checks: false })),
    says: ['fail cookie.signature', NOTE],
  },
  {
    name: 'a signature that nobody checks, of an object',
    app: () => serveWritten(signText(JSON_TEXT, { checks: false })),
    says: ['fail cookie.tampered'],
  },
  {
    name: 'an object that nobody signed',
    app: () =>
      serveWritten({
        write: () => ({ user: JSON_TEXT }),
        isRight: (cookies) => decodeURIComponent(cookies.get('user') ?? '').includes('abc123'),
      }),
    finds,
    says: ['fail cookie.tampered'],
  },
];
