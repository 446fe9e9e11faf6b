import { createHmac } from 'node:crypto';

/** A compact JWS, taken apart without looking at its signature. */
export interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Header, payload and signature as they stand in the token. */
  readonly raw: readonly [string, string, string];
}

function parseObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const toPart = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Takes a token apart; `null` when it is no JWT of three parts. @see RFC 7519 section 7.2 */
export function parseToken(token: string): TokenParts | null {
  const parts = token.split('.');
  const [head = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3) return null;
  const header = parseObject(head);
  const claims = parseObject(payload);
  if (!header || !claims || !('alg' in header)) return null;
  return { header, claims, raw: [head, payload, signature] };
}

/** Returns the token with one more claim, and the signature of what it was before. */
export function changePayload({ claims, raw }: TokenParts): string {
  return [raw[0], toPart({ ...claims, forged: true }), raw[2]].join('.');
}

/** Returns tokens that say of themselves that they need no signature, and have none. */
export function dropSignature({ header, claims }: TokenParts): string[] {
  const payload = toPart({ ...claims, forged: true });
  return ['none', 'None', 'NONE', 'nOnE'].map((alg) => `${toPart({ ...header, alg })}.${payload}.`);
}

const HASHES: Readonly<Record<string, string>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};

const sign = (hash: string, text: string, secret: string) =>
  createHmac(hash, secret).update(text).digest('base64url');

/** Returns the token with one more claim and other members of its header, signed in whatever way. */
export function forgeToken(
  { header, claims }: TokenParts,
  more: Readonly<Record<string, unknown>>,
  toSignature: (text: string) => string,
): string {
  const signed = `${toPart({ ...header, ...more })}.${toPart({ ...claims, forged: true })}`;
  return `${signed}.${toSignature(signed)}`;
}

/** Returns the token with one more claim and other members of its header, signed with HMAC and SHA-256. */
export const signWithHs256 = (
  token: TokenParts,
  more: Readonly<Record<string, unknown>>,
  secret: string,
): string => forgeToken(token, { ...more, alg: 'HS256' }, (text) => sign('sha256', text, secret));

/** Returns the token signed anew with HMAC and SHA-512. */
export function signWithHs512({ header, raw }: TokenParts, secret: string): string {
  const signed = `${toPart({ ...header, alg: 'HS512' })}.${raw[1]}`;
  return `${signed}.${sign('sha512', signed, secret)}`;
}

/** Returns the token with other claims, signed with a secret; `null` where that is no HMAC. */
export function signForged(
  { header, claims, raw }: TokenParts,
  secret: string,
  more: Readonly<Record<string, unknown>> = { forged: true },
): string | null {
  const hash = HASHES[String(header.alg)];
  if (hash === undefined) return null;
  const signed = `${raw[0]}.${toPart({ ...claims, ...more })}`;
  return `${signed}.${sign(hash, signed, secret)}`;
}

/** Tells whether a secret signed a token. */
export function isSignedWith({ header, raw }: TokenParts, secret: string): boolean {
  const hash = HASHES[String(header.alg)];
  return hash !== undefined && sign(hash, `${raw[0]}.${raw[1]}`, secret) === raw[2];
}
