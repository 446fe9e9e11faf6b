import { createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isObject, listLeaves } from '../wire/reply.ts';

const PEM = /-----BEGIN ([A-Z ]+)-----[\s\S]{1,8192}?-----END \1-----/g;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readKey(make: () => KeyObject): readonly KeyObject[] {
  try {
    return [make()];
  } catch {
    // It is no key.
    return [];
  }
}

const readPem = (pem: string) =>
  readKey(() => (pem.includes('CERT') ? new X509Certificate(pem).publicKey : createPublicKey(pem)));

const isJwk = (value: unknown): value is JsonWebKey =>
  isObject(value) && typeof value.kty === 'string' && value.kty !== 'oct';

/** Lists the JWKs of a body: one, or a set. */
function listJwks(body: unknown): readonly JsonWebKey[] {
  if (isJwk(body)) return [body];
  return isObject(body) && Array.isArray(body.keys) ? body.keys.filter(isJwk) : [];
}

/** Writes a key in the ways in which a server may keep it. */
function writeKey(key: KeyObject): readonly string[] {
  const spki = key.export({ type: 'spki', format: 'pem' });
  const more =
    key.asymmetricKeyType === 'rsa' ? [key.export({ type: 'pkcs1', format: 'pem' })] : [];
  return [spki, ...more].map(String);
}

/**
 * Lists how the public keys of a text may be written: as they stand there, and in the usual forms, each
 * with a line end behind it and without. Empty where there is none.
 */
export function listKeyTexts(text: string): readonly string[] {
  const body = parse(text);
  const leaves = isObject(body) ? listLeaves(body).map(({ value }) => value) : [text];
  const pems = leaves.flatMap((leaf) => (typeof leaf === 'string' ? (leaf.match(PEM) ?? []) : []));
  const jwks = listJwks(body).map((jwk) =>
    readKey(() => createPublicKey({ key: jwk, format: 'jwk' })),
  );
  const keys = [...pems.map(readPem), ...jwks].flat();
  const written = keys.length === 0 ? [] : [...pems, ...keys.flatMap(writeKey)];
  return [...new Set(written.flatMap((each) => [`${each.trim()}\n`, each.trim()]))];
}
