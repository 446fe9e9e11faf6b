import { decodeJwt } from 'jose';
import type { ActionOf } from '../../action.ts';
import { SERVER } from '../../actors.ts';
import type { Made } from '../../attack/arsenal.ts';
import { flipLastLetter, flipLetter } from '../../attack/flip.ts';
import { toBase64url } from '../../bytes/base64.ts';
import type { JsonObject } from '../../bytes/json.ts';
import { toFirstSecrets } from '../../lanes/bootSecret.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { getServer, readClock } from '../../state.ts';
import { OTHER_AUDIENCE, toLifetime, toOwnClaims } from './claims.ts';
import { toAccessHeader } from './header.ts';
import { FIRST_KEY_ID, signToken } from './jwt.ts';

const FOREIGN_SECRET = 'a secret that the attacker made up, at least 32 bytes';
const OTHER_USER = 'root';

const toPart = (value: object) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

/** Makes an altered copy of a token; the payload then names another user under the old signature. */
export function tamperToken(token: string, part: ActionOf<'tamper'>['part']): Made {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  switch (part) {
    case 'sid':
      return { idle: 'tokenHasNoSid' };
    case 'payload': {
      const claims = { ...decodeJwt(token), id: OTHER_USER };
      return { credential: `${header}.${toPart(claims)}.${signature}` };
    }
    case 'signature':
      return { credential: `${header}.${payload}.${flipLetter(signature)}` };
    case 'lastLetter':
      return { credential: `${header}.${payload}.${flipLastLetter(signature)}` };
  }
}

/**
 * Makes a token for the user without asking the server: unsigned (`alg: none`), signed with a
 * secret of the attacker's or with the one that the server had at the start, signed with the
 * server's own secret of now by HS512, as another service that has it might, or by HS256 for that
 * other service's users.
 */
export async function forgeToken(
  { state, settings }: Recorder,
  how: ActionOf<'forge'>['how'],
): Promise<Made> {
  const { secrets, keyIds } = getServer(state, SERVER);
  const lifetime = toLifetime(settings);
  const now = readClock(state, SERVER);
  const { id, role } = settings.user;
  const more: JsonObject = role ? { role } : {};
  // What the server demands stands in each of its tokens, for anybody to read.
  const own = toOwnClaims(settings, SERVER);
  const claims = { id, lifetime, now, more, ...own };
  if (how === 'unsigned') {
    const { audience: aud, issuer: iss } = own;
    const payload = {
      id,
      ...more,
      iat: now,
      ...(lifetime !== null && { exp: now + lifetime }),
      aud,
      iss,
    };
    return {
      credential: `${toPart({ ...toAccessHeader(settings, undefined), alg: 'none' })}.${toPart(payload)}.`,
    };
  }
  const kid = keyIds?.[0];
  const named = toAccessHeader(settings, kid);
  if (how === 'otherSecret') return { credential: await signToken(FOREIGN_SECRET, claims, named) };
  if (how === 'leakedSecret') {
    const [leaked = FOREIGN_SECRET] = toFirstSecrets(settings, 'token', SERVER);
    const header = toAccessHeader(settings, kid === undefined ? undefined : FIRST_KEY_ID);
    return { credential: await signToken(leaked, claims, header) };
  }
  const secret = secrets[0] ?? FOREIGN_SECRET;
  if (how === 'otherService')
    return { credential: await signToken(secret, { ...claims, audience: OTHER_AUDIENCE }, named) };
  return { credential: await signToken(secret, claims, { ...named, alg: 'HS512' }) };
}
