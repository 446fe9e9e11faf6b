import { createSecretKey } from 'node:crypto';
import { sign } from 'cookie-signature';
import jwt from 'jsonwebtoken';
import type { ActionOf } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { drawGuess, drawOtherSid } from './draws.ts';
import type { Keys } from './host.ts';

/*
 * What an attacker makes of credentials, with the libraries that made them and nothing of the
 * engine's. `null`: the lane has no such thing.
 */

type Part = ActionOf<'tamper'>['part'];
type Forgery = ActionOf<'forge'>['how'];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const FOREIGN_SECRET = 'a secret that the attacker made up, at least 32 bytes';

/** Changes the lowest of the six bits of a letter. */
function changeBit(letter: string): string {
  const twins: Record<string, string> = { '+': '/', '/': '+', '-': '_', _: '-' };
  return twins[letter] ?? LETTERS.charAt(LETTERS.indexOf(letter) ^ 1);
}
/** Changes one bit of a text's first letter. */
export const changeFirst = (text: string) => changeBit(text.charAt(0)) + text.slice(1);
/** Changes one bit of a text's last letter. */
export const changeLast = (text: string) => text.slice(0, -1) + changeBit(text.slice(-1));

/** Alters a cookie's value. */
export function tamperCookie(value: string, part: Part): string | null {
  const [sid = '', signature = ''] = decodeURIComponent(value).slice(2).split('.');
  const join = (id: string, mac: string) => encodeURIComponent(`s:${id}.${mac}`);
  if (part === 'sid') return join(changeFirst(sid), signature);
  if (part === 'signature') return join(sid, changeFirst(signature));
  return part === 'lastLetter' ? join(sid, changeLast(signature)) : null;
}

/** Alters a token. */
export function tamperToken(token: string, part: Part): string | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (part === 'sid') return null;
  if (part === 'signature') return [header, payload, changeFirst(signature)].join('.');
  if (part === 'lastLetter') return [header, payload, changeLast(signature)].join('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, id: 'root' })).toString('base64url');
  return [header, changed, signature].join('.');
}

/** Makes a cookie's value. `held` is the user's own one: at best its session ID is known. */
export function forgeCookie(
  how: Forgery,
  held: string | null,
  { seed }: Settings,
  keys: Keys,
  firstSecret: string,
): string | null {
  if (how === 'otherService')
    return encodeURIComponent(`s:${sign(drawOtherSid(seed), keys.secrets[0] as string)}`);
  if (how === 'leakedSecret') return encodeURIComponent(`s:${sign(drawGuess(seed), firstSecret)}`);
  const sid = held ? decodeURIComponent(held).slice(2).split('.')[0] : drawGuess(seed);
  if (how === 'otherAlgorithm') return null;
  if (how === 'unsigned') return encodeURIComponent(sid as string);
  return encodeURIComponent(`s:${sign(sid as string, FOREIGN_SECRET)}`);
}

/** Tells a refresh token from an access token: it is random bytes, or a JWT that has them for its ID. */
export function isRefreshToken(item: string): boolean {
  if (item.startsWith('s%3A') || item.includes('session.sig=')) return false;
  const [, payload] = item.split('.');
  if (payload === undefined) return true;
  const text = Buffer.from(payload, 'base64url').toString();
  return (JSON.parse(text) as { jti?: string }).jti?.length === 43;
}

/** Makes a token by jsonwebtoken, which the attacker can install as well. */
export function forgeToken(
  how: Forgery,
  { user, token }: Settings,
  keys: Keys,
  first: Keys,
): string {
  const claims = { id: user.id, ...(user.role && { role: user.role }) };
  const [kid] = keys.keyIds ?? [];
  const { audience, issuer, lifetime } = token;
  const own = { ...(audience && { audience }), ...(issuer && { issuer }) };
  const typed = token.checkTyp ? { header: { typ: 'at+jwt' } } : {};
  const expiresIn = token.expiresInAsText ? String(lifetime) : lifetime;
  const common = { ...(!token.noExp && { expiresIn }), ...own, ...typed };
  const toNamed = (id: string | undefined) =>
    id === undefined ? common : { ...common, keyid: id };
  const named = toNamed(kid);
  if (how === 'unsigned') return jwt.sign(claims, '', { ...common, algorithm: 'none' });
  if (how === 'otherSecret') return jwt.sign(claims, FOREIGN_SECRET, named);
  // A key of these bytes, whatever they say: jsonwebtoken would look for PEM in a text.
  const toKey = ({ secrets }: Keys) => createSecretKey(secrets[0] as string, 'utf8');
  if (how === 'leakedSecret') return jwt.sign(claims, toKey(first), toNamed(first.keyIds?.[0]));
  const key = toKey(keys);
  if (how === 'otherService')
    return jwt.sign(claims, key, { ...named, audience: 'another-service' });
  return jwt.sign(claims, key, { ...named, algorithm: 'HS512' });
}
