import { createHmac, randomBytes } from 'node:crypto';
import type { Case } from '../suite.ts';
import { seal, unseal } from './opaque.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { decode, readOwner, sign, toClaims } from './plainTokens.ts';

const SECRET = 'a secret of the tests that stands in no list';
const COPY = 'note logout.copy';
const LAX = 'Path=/; HttpOnly; SameSite=Lax';

/** What a server writes into cookies, and how it reads them. */
interface Writing {
  readonly write: () => readonly string[];
  /** Returns whose it is; throws where it is nobody's. */
  readonly read: (cookies: ReadonlyMap<string, string>) => unknown;
  /** Whether what cannot be read is an error that nobody caught. */
  readonly crashes?: (error: unknown) => boolean;
}

/** Serves cookies that hold the login themselves. */
function serveCookies({ write, read, crashes = () => false }: Writing) {
  return servePlainly((question) => {
    const { route, body, cookies } = question;
    if (route === 'POST /login') {
      if (!body) return { status: 400, body: {} };
      if (!isAda(question)) return REFUSED;
      return { status: 200, headers: { 'Set-Cookie': [...write()] }, body: {} };
    }
    if (route === 'GET /profile') {
      try {
        const id = cookies.size > 0 && read(cookies);
        return id ? { status: 200, body: { userId: 'abc123' } } : REFUSED;
      } catch (error) {
        return crashes(error) ? { status: 500, body: {} } : REFUSED;
      }
    }
    if (route !== 'POST /logout') return NOT_FOUND;
    const gone = write().map((line) => `${line.split('=')[0]}=; Path=/; Max-Age=0`);
    return { status: 204, headers: { 'Set-Cookie': gone } };
  });
}

/** Splits a JWT over two cookies, as Auth0 and others have proposed: scripts read the payload alone. */
const serveSplit = (read: (token: string) => unknown) =>
  serveCookies({
    write: () => {
      const [header, payload, signature] = sign(toClaims()).split('.');
      return [
        `app.payload=${header}.${payload}; Path=/; SameSite=Lax`,
        `app.signature=${signature}; ${LAX}`,
      ];
    },
    read: (cookies) => read(`${cookies.get('app.payload')}.${cookies.get('app.signature')}`),
  });

/** Seals as iron does, as far as it shows: what is encrypted, until when, and the mark on all of it. */
function writeIron(): string {
  const parts = [
    'Fe26.2',
    '1',
    randomBytes(32).toString('hex'),
    randomBytes(16).toString('base64url'),
  ];
  const text = randomBytes(60).toString('base64url');
  const all = [...parts, text, String(Date.now() + 900_000)].join('*');
  const mark = createHmac('sha256', SECRET).update(all).digest('base64url');
  return `${all}*${randomBytes(32).toString('hex')}*${mark}~2`;
}

/** As iron-session does: what is wrong with the mark is nobody's, and no number for a time an error. */
function readIron(value: string): boolean {
  const parts = value.replace(/~2$/, '').split('*');
  if (parts.length !== 8) return false;
  if (!/^\d+$/.test(parts[5] ?? '')) throw new Error('Invalid expiration');
  const mark = createHmac('sha256', SECRET).update(parts.slice(0, 6).join('*')).digest('base64url');
  return mark === parts[7];
}

/** Encrypts as Laravel does: what else stands in its JSON nobody looks at. */
const writeSealedJson = () => {
  const [iv, value] = [randomBytes(16).toString('base64'), randomBytes(64).toString('base64')];
  const mac = createHmac('sha256', SECRET).update(`${iv}${value}`).digest('hex');
  return encodeURIComponent(
    Buffer.from(JSON.stringify({ iv, value, mac, tag: '' })).toString('base64'),
  );
};

function readSealedJson(cookie: string): boolean {
  const { iv, value, mac } = decode(decodeURIComponent(cookie));
  return mac === createHmac('sha256', SECRET).update(`${iv}${value}`).digest('hex');
}

function count(isSigned: boolean) {
  let n = 1000;
  const sign = (id: string) => {
    const text = createHmac('sha256', SECRET).update(id).digest('base64').replace(/=$/, '');
    return isSigned ? encodeURIComponent(`s:${id}.${text}`) : id;
  };
  return servePlainSessions({ toId: () => sign(`session-${String(++n).padStart(16, '0')}`) });
}

/** Servers of node:http alone, whose cookies hold the login, or count. */
export const OWN_DATA: readonly Case[] = [
  {
    name: 'a JWT split over two cookies',
    app: () => serveSplit(readOwner),
    finds: /a JWT split over the cookies app\.payload and app\.signature$/m,
    says: [COPY],
  },
  {
    name: 'the same, and the signature is not checked',
    app: () => serveSplit((token) => decode(token.split('.')[1]).id),
    says: ['fail token.payload', COPY],
  },
  {
    name: 'the same, and none is asked for',
    app: () =>
      serveSplit((token) =>
        /\.(?:undefined)?$/.test(token) ? decode(token.split('.')[1]).id : readOwner(token),
      ),
    says: ['fail token.signature', COPY],
  },
  {
    name: 'a PASETO in a cookie',
    app: () =>
      serveCookies({
        write: () => [`sid=${seal()}; ${LAX}`],
        read: (cookies) => unseal(cookies.get('sid') ?? '').id,
      }),
    finds: /the session itself in the cookie sid/,
    says: [COPY],
  },
  {
    name: 'a seal of iron, whose server fails at a time that is none',
    app: () =>
      serveCookies({
        write: () => [`app=${writeIron()}; ${LAX}`],
        read: (cookies) => readIron(cookies.get('app') ?? ''),
        crashes: () => true,
      }),
    says: [COPY],
  },
  {
    name: 'encrypted JSON, in which more may stand',
    app: () =>
      serveCookies({
        write: () => [`app=${writeSealedJson()}; ${LAX}`],
        read: (cookies) => readSealedJson(cookies.get('app') ?? ''),
      }),
    says: [COPY],
  },
  {
    name: 'a server that fails at a changed cookie',
    app: () =>
      serveCookies({
        write: () => [`sid=${seal()}; ${LAX}`],
        read: (cookies) => unseal(cookies.get('sid') ?? '').id,
        crashes: () => true,
      }),
    says: [COPY, 'warn cookie.malformed'],
    came: { 'cookie.malformed': /^nothing opened, but the server failed: 500/ },
  },
  {
    name: 'counted IDs with much before the number',
    app: () => count(false),
    says: ['fail session.idLength'],
    came: { 'session.idLength': /^of 24 characters \d differ between \d logins$/ },
  },
  { name: 'the same, signed', app: () => count(true), says: ['note session.idLength'] },
];
