import type { Action } from '../../action.ts';
import type { Settings } from '../../settings.ts';
import { isOnlyDecoded } from './onlyDecoded.ts';

/** What jsonwebtoken does otherwise than jose, so that jose stands in the run's token server. */
export type JoseReason =
  /** It compares the text of a signature, of which jose compares the bytes. */
  | { readonly type: 'lastLetter' }
  /** It cannot sign a payload with a member of this name, which Object.prototype has as well. */
  | { readonly type: 'payloadMember'; readonly name: string }
  /** It takes a PEM text for a key pair's, and refuses it as a secret. */
  | { readonly type: 'pemSecret' };

const isInherited = (name: string) => Object.hasOwn(Object.prototype, name);

/** Returns a member of a payload that Object.prototype has as well. */
export const findInheritedMember = ({ payload = {} }: Settings): string | undefined =>
  Object.keys(payload).find(isInherited);

/** Tells which key of a pair a secret’s PEM text is said to hold; `null`: it is no such text. */
export function toPemKind(secret: string): 'private' | 'public' | null {
  if (/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(secret)) return 'private';
  return /-----BEGIN (?:(?:[A-Z0-9]+ )*PUBLIC KEY|CERTIFICATE)-----/.test(secret) ? 'public' : null;
}

const isPem = (secret: string) => secret.includes('-----BEGIN ');

/**
 * Tells why a run's token server has to verify and sign with jose, as the engine does; `null`: it
 * has jsonwebtoken, as the server that is shown.
 */
export function findJoseReason(settings: Settings, actions: readonly Action[]): JoseReason | null {
  const { token, second, secretAtBoot } = settings;
  const name = findInheritedMember(settings);
  if (name !== undefined) return { type: 'payloadMember', name };
  const given = secretAtBoot === 'random' ? [] : [token.secret, second?.tokenSecret ?? ''];
  if (given.some(isPem)) return { type: 'pemSecret' };
  // What only decodes looks at no signature, in whatever spelling.
  if (isOnlyDecoded({ token })) return null;
  const isTwin = (action: Action) => action.type === 'tamper' && action.part === 'lastLetter';
  return actions.some(isTwin) ? { type: 'lastLetter' } : null;
}
