import { type Key, signText, toHmacAlgorithm } from './hmac.ts';

/** What jsonwebtoken answers, by its own messages. */
export type LibraryAnswer =
  | 'valid'
  | 'malformed'
  | 'invalidToken'
  | 'payloadSyntax'
  | 'payloadNull'
  | 'signatureRequired'
  | 'algorithm'
  | 'pemSecret'
  | 'signature'
  | 'nbfType'
  | 'notActive'
  | 'expType'
  | 'expired';

const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** A text that Node takes for a public key, or derives one from, if all between is right. */
const PEM = /-----BEGIN [A-Z ]*(?:PUBLIC KEY|PRIVATE KEY|CERTIFICATE)-----[\s\S]+-----END /;

/** Tells whether jsonwebtoken takes a secret for a key pair’s. */
export const isPem = (key: Key): boolean => typeof key === 'string' && PEM.test(key);

/** Decodes base64url as Node’s Buffer does: what is left over at the end is dropped. */
function decodeLoosely(text: string): Uint8Array {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const toMember = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Reads header and payload as it does: a payload need not be JSON unless typ says JWT. */
function decode(
  token: string,
): LibraryAnswer | { readonly header: unknown; readonly payload: unknown } {
  const [first = '', second = ''] = token.split('.');
  if (!SHAPE.test(token)) return 'invalidToken';
  // Each byte is a character to it.
  const header = parse(String.fromCharCode(...decodeLoosely(first)));
  if (!header) return 'invalidToken';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodeLoosely(second));
  const payload = parse(text);
  const isTyped = toMember(header, 'typ') === 'JWT';
  if (isTyped && payload === undefined) return 'payloadSyntax';
  return { header, payload };
}

function checkTimes(payload: unknown, now: number): LibraryAnswer {
  const [nbf, exp] = [toMember(payload, 'nbf'), toMember(payload, 'exp')];
  if (nbf !== undefined && typeof nbf !== 'number') return 'nbfType';
  if (typeof nbf === 'number' && nbf > now) return 'notActive';
  if (exp !== undefined && typeof exp !== 'number') return 'expType';
  return typeof exp === 'number' && now >= exp ? 'expired' : 'valid';
}

/**
 * Says what jsonwebtoken 9 answers to `jwt.verify(token, secret, { algorithms: ['HS256', 'HS384',
 * 'HS512'], clockTimestamp: now })`. It is not run here; the tests hold this against it.
 * @see https://github.com/auth0/node-jsonwebtoken/blob/v9.0.3/verify.js
 */
export async function askJsonwebtoken(
  token: string,
  key: Key,
  now: number,
): Promise<LibraryAnswer> {
  if (token.split('.').length !== 3) return 'malformed';
  const decoded = decode(token);
  if (typeof decoded === 'string') return decoded;
  const { header, payload } = decoded;
  const at = token.lastIndexOf('.');
  const signature = token.slice(at + 1);
  if (signature === '') return 'signatureRequired';
  const algorithm = toHmacAlgorithm(toMember(header, 'alg'));
  if (algorithm === null) return 'algorithm';
  if (isPem(key)) return 'pemSecret';
  // It compares the text of the signature, and not the bytes that it stands for.
  if (signature !== (await signText(key, algorithm, token.slice(0, at)))) return 'signature';
  if (payload === null && toMember(header, 'typ') === 'JWT') return 'payloadNull';
  return checkTimes(payload, now);
}
