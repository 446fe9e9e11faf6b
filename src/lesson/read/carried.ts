import { getPassword, readTyped } from '../../sim/lanes/user.ts';
import type { Carried, Message } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { decodeToken } from './decodeToken.ts';
import type { Moment } from './moment.ts';

/** A credential in a message: its value as it stands there, and in which part. */
export interface CarriedCredential {
  readonly value: string;
  readonly part: Carried['in'];
}

type MaybeMessage = Message | null | undefined;

/**
 * Of two cookies in a request the server takes the first; of two Set-Cookie fields for a cookie, the
 * browser ends up with the latter.
 */
function findCarried(message: MaybeMessage, what: Carried['what']): Carried | undefined {
  const isWanted = (carried: Carried) => carried.what === what;
  return message?.kind === 'request'
    ? message.carries.find(isWanted)
    : message?.carries.findLast(isWanted);
}

function toCredential(carried: Carried | undefined): CarriedCredential | null {
  if (!carried || carried.what === 'password' || carried.value === null) return null;
  return { value: carried.value, part: carried.in };
}

/** Reads the credential that a message carries, in a request or handed out; `null` where it carries none. */
export const readCarried = (message: MaybeMessage, strategy: Strategy): CarriedCredential | null =>
  toCredential(findCarried(message, strategy));

/** Tells whether a request carries two cookies of a lane's name, of which the attacker planted the first. */
export function isPlantedFirst(
  message: MaybeMessage,
  strategy: Strategy,
  stolen: readonly string[],
): boolean {
  const carried = message?.kind === 'request' ? message.carries : [];
  const values = carried.flatMap((one) =>
    one.what === strategy && one.in === 'Cookie' ? [one.value] : [],
  );
  const [first] = values;
  if (values.length < 2 || typeof first !== 'string' || !stolen.includes(first)) return false;
  // A copy of the user's own token is stolen too; one that was made up names nobody.
  return strategy === 'session' || decodeToken(first).payload?.id === undefined;
}

/** Tells whether a request carries more than one cookie of a lane's name. */
export const carriesSeveral = (message: MaybeMessage, strategy: Strategy): boolean =>
  message?.kind === 'request' &&
  message.carries.filter(({ what, in: part }) => what === strategy && part === 'Cookie').length > 1;

/** Tells whether a request carries two cookies of a lane's name, neither of which the attacker planted. */
export function isOldFirst(
  message: MaybeMessage,
  strategy: Strategy,
  stolen: readonly string[],
): boolean {
  const carried = message?.kind === 'request' ? message.carries : [];
  const values = carried.flatMap((one) =>
    one.what === strategy && one.in === 'Cookie' && one.value !== null ? [one.value] : [],
  );
  return values.length > 1 && values.every((value) => !stolen.includes(value));
}

/** Tells whether a response deletes the session cookie. */
export function clearsCookie(response: MaybeMessage): boolean {
  const carried = findCarried(response, 'session');
  return carried?.in === 'Set-Cookie' && carried.value === null;
}

/** Reads the refresh token that a message carries; `null` where it carries none. */
export const readRefreshToken = (message: MaybeMessage): string | null =>
  toCredential(findCarried(message, 'refreshToken'))?.value ?? null;

/** Reads in which part of a response the refresh token is; `null` where none is. */
export function readRefreshPart(response: MaybeMessage): 'body' | 'Set-Cookie' | null {
  const carried = findCarried(response, 'refreshToken');
  if (!toCredential(carried)) return null;
  return carried?.in === 'Set-Cookie' ? 'Set-Cookie' : 'body';
}

/** Tells whether a message carries the password. */
export const carriesPassword = (message: MaybeMessage): boolean =>
  findCarried(message, 'password') !== undefined;

/** Reads what is secret in a message's body: a token, a password, a refresh token; `null` where nothing is. */
export function readBodySecret(
  message: Message,
  { action, lane, settings }: Moment,
): string | null {
  const carried = message.carries.find((one) => one.in === 'body');
  if (!carried) return null;
  if (carried.what !== 'password') return carried.value;
  if (action?.type === 'login') return readTyped(action, lane.state, settings);
  return getPassword(lane.state, settings);
}
