import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import type { Case } from '../suite.ts';
import { decode, servePlainTokens } from './plainTokens.ts';

const SECRET = 'a secret of the tests that stands in no list';
const KEY = randomBytes(32);
const PAIR = generateKeyPairSync('ed25519');
const mac = (text: string, secret = SECRET) =>
  createHmac('sha256', secret).update(text).digest('base64url');
const toText = (part = '') => Buffer.from(part, 'base64url').toString();
const write = (text: string) => Buffer.from(text).toString('base64url');
const toClaims = () => ({ id: 'abc123', exp: Date.now() + 900_000 });
const COPY = 'note logout.copy';

type Claims = Readonly<Record<string, unknown>>;

/** Encrypts claims as a local PASETO looks. */
export function seal(): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(toClaims())), cipher.final()]);
  return `v4.local.${Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url')}`;
}

/** @throws Error */
export function unseal(token: string): Claims {
  const bytes = Buffer.from(token.replace(/^v4\.local\./, ''), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', KEY, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const text = decipher.update(bytes.subarray(12, -16)).toString() + decipher.final().toString();
  return JSON.parse(text) as Claims;
}

/** Signs claims as a public PASETO looks. */
function signPublic(): string {
  const body = Buffer.from(JSON.stringify(toClaims()));
  const proof = signBytes(null, body, PAIR.privateKey);
  return `v4.public.${Buffer.concat([body, proof]).toString('base64url')}`;
}

/** @throws Error */
function readPublic(token: string, checks = true): Claims {
  const bytes = Buffer.from(token.replace(/^v4\.public\./, ''), 'base64url');
  const body = bytes.subarray(0, -64);
  if (checks && !verifyBytes(null, body, PAIR.publicKey, bytes.subarray(-64)))
    throw new Error('no');
  return JSON.parse(body.toString()) as Claims;
}

/** Reads `data.signature`. @throws Error */
function readSigned(token: string, secret = SECRET): string {
  const [data = '', signature = ''] = token.split('.');
  const right = Buffer.from(mac(data, secret));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given)) throw new Error('no');
  return toText(data);
}

/** Gives tokens that hold what they stand for. */
const serveOwn = (make: () => string, read: (token: string) => Claims) =>
  servePlainTokens({
    welcome: () => ({ status: 200, body: { token: make() } }),
    read,
    logOut: () => ({ status: 204 }),
  });

/** Gives tokens that are looked up. */
function serveKnown(
  make: () => string,
  { ends = true, read = (token: string) => token, isAlone = false } = {},
) {
  const known = new Set<string>();
  return servePlainTokens({
    welcome: () => {
      const token = make();
      known.add(read(token));
      return isAlone ? { status: 201, body: `${token}\n` } : { status: 200, body: { token } };
    },
    read: (token) => {
      if (!known.has(read(token))) throw new Error('unknown');
      return { id: 'abc123' };
    },
    logOut: (token) => {
      if (ends) known.delete(read(token));
      return { status: 204 };
    },
  });
}

function count(write: (n: number) => string) {
  let n = 1000;
  return () => write(++n);
}

/** Writes a UUID of version 7: the time before chance. */
const toUuid7 = () => {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

const toJsonToken = (secret = SECRET) => {
  const data = write(JSON.stringify(toClaims()));
  return `${data}.${mac(data, secret)}`;
};
const toTextToken = () => {
  const data = write(`ada|${Date.now() + 900_000}`);
  return `${data}.${mac(data)}`;
};
const readText = (text: string): Claims => {
  if (!text.startsWith('ada')) throw new Error('no');
  return { id: 'abc123' };
};

/** Puts the signature into the JSON that it signs. */
const toInnerToken = () => {
  const claims = toClaims();
  return write(JSON.stringify({ ...claims, sig: mac(JSON.stringify(claims)) }));
};
function readInner(token: string): Claims {
  const { id, exp, sig } = decode(token);
  if (sig !== mac(JSON.stringify({ id, exp }))) throw new Error('no');
  return { id };
}

const toClearToken = () => {
  const text = `ada:${Math.floor(Date.now() / 1000) + 900}`;
  return `${text}:${mac(text).slice(0, 20)}`;
};
function readClear(token: string): Claims {
  const [name = '', time, signature] = token.split(':');
  if (signature !== mac(`${name}:${time}`).slice(0, 20)) throw new Error('no');
  return readText(name);
}

/** Servers of node:http alone, whose tokens are no JWT. */
export const OPAQUE: readonly Case[] = [
  {
    name: 'a token as Laravel writes it, alone in the body',
    app: () => serveKnown(() => `1|${randomBytes(20).toString('hex')}`, { isAlone: true }),
    finds: /carries: .*Authorization: Bearer/,
  },
  { name: 'a PASETO that is encrypted', app: () => serveOwn(seal, unseal), says: [COPY] },
  { name: 'a PASETO that is signed', app: () => serveOwn(signPublic, readPublic), says: [COPY] },
  {
    name: 'a PASETO whose signature nobody checks',
    app: () => serveOwn(signPublic, (token) => readPublic(token, false)),
    says: ['fail token.tampered'],
    skips: ['logout.copy'],
  },
  {
    name: 'JSON in base64 with an HMAC',
    app: () => serveOwn(toJsonToken, (token) => JSON.parse(readSigned(token))),
    says: [COPY],
    came: { 'logout.copy': /as the token holds all/ },
  },
  {
    name: 'JSON in base64 with an HMAC that nobody checks',
    app: () => serveOwn(toJsonToken, (token) => decode(token.split('.')[0])),
    says: ['fail token.tampered'],
  },
  {
    name: 'JSON in base64 with an HMAC of a published secret',
    app: () =>
      serveOwn(
        () => toJsonToken('keyboard cat'),
        (token) => JSON.parse(readSigned(token, 'keyboard cat')),
      ),
    says: ['fail secret.known', COPY],
    came: { 'secret.known': /a forgery with it opened the profile$/ },
  },
  {
    name: 'a signature among what it signs',
    app: () => serveOwn(toInnerToken, readInner),
    says: [COPY],
  },
  {
    name: 'the same, and nobody checks it',
    app: () => serveOwn(toInnerToken, decode),
    says: ['fail token.tampered'],
  },
  {
    name: 'a name and a time in the clear with an HMAC',
    app: () => serveOwn(toClearToken, (token) => readClear(token)),
    says: [COPY],
  },
  {
    name: 'a name and a time in the clear with an HMAC that nobody checks',
    app: () => serveOwn(toClearToken, (token) => readText(token.split(':')[0] ?? '')),
    says: ['fail token.tampered'],
  },
  {
    name: 'a text in base64 with an HMAC',
    app: () => serveOwn(toTextToken, (token) => readText(readSigned(token))),
    says: [COPY],
  },
  {
    name: 'a text in base64 with an HMAC that nobody checks',
    app: () => serveOwn(toTextToken, (token) => readText(toText(token.split('.')[0]))),
    says: ['fail token.tampered'],
  },
  {
    name: 'a name and a number in base64',
    app: () =>
      serveOwn(
        () => Buffer.from('ada:1').toString('base64'),
        (token) => readText(toText(token)),
      ),
    says: ['fail token.tampered'],
  },
  {
    name: '32 bytes of chance, ended at the logout',
    app: () => serveKnown(() => randomBytes(32).toString('hex')),
  },
  {
    name: 'a store that does not look at the case of letters',
    app: () =>
      serveKnown(() => `k${randomBytes(20).toString('hex')}`, { read: (t) => t.toLowerCase() }),
  },
  { name: 'a UUID of version 7', app: () => serveKnown(toUuid7) },
  {
    name: 'one key a user, the same at each login',
    app: () => {
      const key = randomBytes(20).toString('hex');
      return serveKnown(() => key);
    },
  },
  {
    name: '32 bytes of chance that outlive the logout',
    app: () => serveKnown(() => randomBytes(32).toString('base64url'), { ends: false }),
    says: ['fail logout.copy'],
  },
  {
    name: 'a time and a UUID that outlive the logout',
    app: () => serveKnown(() => `${Date.now()}-${randomUUID()}`, { ends: false }),
    says: ['fail logout.copy'],
  },
  {
    name: 'a token of which nobody can say what it is, and that outlives the logout',
    app: () => serveKnown(() => randomBytes(77).toString('base64url'), { ends: false }),
    says: ['warn logout.copy'],
  },
  {
    name: 'the same, too long to be an ID',
    app: () => serveKnown(() => randomBytes(100).toString('base64url'), { ends: false }),
    says: [COPY],
  },
  {
    name: 'tokens that are counted',
    app: () => serveKnown(count((n) => `tok-${n}`)),
    says: ['fail token.guess'],
  },
  {
    name: 'tokens that are counted, with much before the number',
    app: () => serveKnown(count((n) => `access-token-${String(n).padStart(16, '0')}`)),
    says: ['fail token.guess'],
    came: { 'token.guess': /^of 29 characters \d differ between \d logins$/ },
  },
  {
    name: 'a server that fails where a token is not as it was',
    app: () =>
      servePlainTokens({
        welcome: () => ({ status: 200, body: { token: seal() } }),
        read: unseal,
        refuse: (error) =>
          /authenticate/.test(String(error))
            ? { status: 500, body: {} }
            : { status: 401, headers: { 'WWW-Authenticate': 'Test' } },
        logOut: () => ({ status: 204 }),
      }),
    says: [COPY, 'warn token.malformed'],
  },
];
