import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../suite.ts';
import type { Answer } from './plainServer.ts';
import { NOT_FOUND } from './plainServer.ts';
import { decode, servePlainTokens, toClaims } from './plainTokens.ts';

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const EC = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ED = generateKeyPairSync('ed25519');
const NO_LOGOUT = 'note logout.there';
export const SPKI = String(RSA.publicKey.export({ type: 'spki', format: 'pem' }));
const JWKS = { keys: [{ ...RSA.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] };

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
type Claims = Readonly<Record<string, unknown>>;

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const toHash = ({ publicKey }: Pair) =>
  publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
const toKey = (key: KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const });

/** Signs claims with a private key. */
function signWith(pair: Pair, alg: string, header = {}): string {
  const text = `${encode({ alg, typ: 'JWT', ...header })}.${encode(toClaims())}`;
  const signature = signBytes(toHash(pair), Buffer.from(text), toKey(pair.privateKey));
  return `${text}.${signature.toString('base64url')}`;
}

/** Verifies a signature with a public key, and the time. @throws Error */
function verifyWith(token: string, publicKey: KeyObject): Claims {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const hash = publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const bytes = Buffer.from(signature, 'base64url');
  if (!verifyBytes(hash, Buffer.from(`${header}.${payload}`), toKey(publicKey), bytes))
    throw new Error('not our signature');
  const claims = decode(payload);
  if (Number(claims.exp) * 1000 < Date.now()) throw new Error('over');
  return claims;
}

/** Verifies by HMAC. @throws Error */
function verifyHmac(token: string, secret: string): Claims {
  const [header, payload, signature] = token.split('.');
  const mac = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  if (mac !== signature) throw new Error('not our signature');
  return decode(payload);
}

const readHeader = (token: string) => decode(token.split('.')[0]);

/** Shows pages beside the login. */
const show =
  (pages: Readonly<Record<string, unknown>>) =>
  (route: string): Answer => {
    const body = pages[route.replace('GET ', '')];
    return body === undefined ? NOT_FOUND : { status: 200, body };
  };

/** Serves tokens of a pair of keys; `read` verifies them. */
function serveKeys(
  make: () => string,
  read: (token: string) => Claims | Promise<Claims>,
  pages: Readonly<Record<string, unknown>> = {},
) {
  return servePlainTokens({
    welcome: () => ({ status: 200, body: { token: make() } }),
    read,
    nothing: show(pages),
  });
}

const rs256 = (header = {}) => signWith(RSA, 'RS256', header);
const readRs256 = (token: string) => {
  if (readHeader(token).alg !== 'RS256') throw new Error('not that algorithm');
  return verifyWith(token, RSA.publicKey);
};
/** Lets the token choose the algorithm, and has one key for all of them. */
const confuse = (key: string) => (token: string) =>
  readHeader(token).alg === 'HS256' ? verifyHmac(token, key) : verifyWith(token, RSA.publicKey);

/** Lets the token choose, and shows the key where it is told to. */
export const serveConfused = (key: string, pages: Readonly<Record<string, unknown>> = {}) =>
  serveKeys(rs256, confuse(key), pages);

/** Takes the key out of the token's own header. */
function trustHeader(token: string): Claims {
  const { jwk } = readHeader(token);
  const key = jwk ? createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }) : RSA.publicKey;
  return verifyWith(token, key);
}

/** Fetches the key from wherever the token says. */
const fetchKey =
  (trusts: boolean) =>
  async (token: string): Promise<Claims> => {
    const { jku } = readHeader(token);
    if (jku === undefined) return readRs256(token);
    const { keys } = (await (await fetch(String(jku))).json()) as typeof JWKS;
    const [jwk] = keys;
    if (!trusts || !jwk) throw new Error('not one of ours');
    return verifyWith(token, createPublicKey({ key: jwk, format: 'jwk' }));
  };

/** Reads a secret from a file that the token names. */
function readNamedFile(token: string): Claims {
  const kid = String(readHeader(token).kid);
  return verifyHmac(
    token,
    kid === 'one' ? 'a file of the tests' : readFileSync(join('/keys', kid), 'utf8'),
  );
}

function signNamed(): string {
  const text = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(toClaims())}`;
  const mac = createHmac('sha256', 'a file of the tests').update(text).digest('base64url');
  return `${text}.${mac}`;
}

/** Servers of node:http alone, whose tokens are signed with a private key, or say with which. */
export const KEYS: readonly Case[] = [
  {
    name: 'RS256, with its public keys shown',
    app: () =>
      serveKeys(() => rs256({ kid: 'one' }), readRs256, { '/.well-known/jwks.json': JWKS }),
    says: [NO_LOGOUT],
  },
  {
    name: 'RS256, and no page that shows the key',
    app: () => serveKeys(rs256, readRs256),
    says: [NO_LOGOUT],
    skips: ['token.confusion', 'token.expired'],
  },
  {
    name: 'ES256',
    app: () =>
      serveKeys(
        () => signWith(EC, 'ES256'),
        (token) => verifyWith(token, EC.publicKey),
      ),
    says: [NO_LOGOUT],
  },
  {
    name: 'EdDSA',
    app: () =>
      serveKeys(
        () => signWith(ED, 'EdDSA'),
        (token) => verifyWith(token, ED.publicKey),
      ),
    says: [NO_LOGOUT],
  },
  ...(
    [
      ['PEM, found as JWK', SPKI, { '/.well-known/jwks.json': JWKS }],
      [
        'PEM, found by the page of OpenID',
        SPKI,
        {
          '/.well-known/openid-configuration': { jwks_uri: '/keys/all' },
          '/keys/all': JWKS,
        },
      ],
      ['PEM without a line end, found in a member', SPKI.trim(), { '/public-key': { key: SPKI } }],
      [
        'PEM of PKCS #1, found as SPKI',
        String(RSA.publicKey.export({ type: 'pkcs1', format: 'pem' })),
        { '/cert': SPKI },
      ],
    ] as const
  ).map(([name, key, pages]) => ({
    name: `RS256, and HS256 with the public key: ${name}`,
    app: () => serveConfused(key, pages),
    says: ['fail token.confusion', NO_LOGOUT],
  })),
  {
    name: 'a key out of the token’s own header',
    app: () => serveKeys(rs256, trustHeader),
    says: ['fail token.ownKey', NO_LOGOUT],
  },
  {
    name: 'a key from an address in the token',
    app: () => serveKeys(rs256, fetchKey(true)),
    says: ['fail token.keyAddress', NO_LOGOUT],
    came: { 'token.keyAddress': /^with jku: it opened the profile/ },
  },
  {
    name: 'the same, fetched and not trusted',
    app: () => serveKeys(rs256, fetchKey(false)),
    says: ['warn token.keyAddress', NO_LOGOUT],
    came: { 'token.keyAddress': /fetched jku/ },
  },
  {
    name: 'a secret in a file that the token names',
    app: () => serveKeys(signNamed, readNamedFile),
    says: ['fail token.keyName', NO_LOGOUT],
  },
];
