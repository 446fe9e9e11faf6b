import Keygrip from 'keygrip';
import type { Cookie } from 'tough-cookie';
import type { ActionOf } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { changeFirst, changeLast, FOREIGN_SECRET } from './credentials.ts';
import type { Keys } from './host.ts';

/*
 * The two cookies of a session whose data is in them, as a thief has them, by the library that signs
 * them and nothing of the engine's.
 */

/** Writes both halves as they stand after `session=` in a Cookie field. */
export const toPairText = (data: string, signature: string) => `${data}; session.sig=${signature}`;

const split = (pair: string) => pair.split('; session.sig=') as [string, string];

/** What somebody makes up who has seen what such cookies look like. */
export const INVENTED_PAIR = { data: 'A'.repeat(32), signature: 'A'.repeat(27) };

const findAll = (cookies: readonly Cookie[], key: string) =>
  cookies.filter((cookie) => cookie.key === key);

/** Returns all sessions of a jar, in its order: data with the signature that is kept for the same pages. */
export function listPairs(cookies: readonly Cookie[]): readonly string[] {
  const toPlace = ({ path, domain, hostOnly }: Cookie) => [path, domain, hostOnly].join();
  return findAll(cookies, 'session').map((data) => {
    const signature = findAll(cookies, 'session.sig').find((one) => toPlace(one) === toPlace(data));
    return toPairText(data.value, signature?.value ?? '');
  });
}

/** Returns what a server would read of a jar; `null` without data. */
export function readPair(cookies: readonly Cookie[]): string | null {
  const [data] = findAll(cookies, 'session');
  const [signature] = findAll(cookies, 'session.sig');
  return data ? toPairText(data.value, signature?.value ?? '') : null;
}

const encode = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64');
const decode = (data: string) => JSON.parse(Buffer.from(data, 'base64').toString());

/** Alters a pair; `null`: it has no session ID. */
export function tamperPair(pair: string, part: ActionOf<'tamper'>['part']): string | null {
  const [data, signature] = split(pair);
  if (part === 'signature') return toPairText(data, changeFirst(signature));
  if (part === 'lastLetter') return toPairText(data, changeLast(signature));
  if (part === 'sid') return null;
  const isJson = data.startsWith('eyJ');
  return toPairText(encode({ ...(isJson ? decode(data) : {}), userId: 'root' }), signature);
}

/** Makes a pair; the user's ID is no secret. `null`: it names no algorithm. */
export function forgePair(
  how: ActionOf<'forge'>['how'],
  { user, session }: Settings,
  keys: Keys,
  firstSecret: string,
): string | null {
  if (how === 'otherAlgorithm') return null;
  const copied = session.copiesUser && user.role ? { role: user.role } : {};
  const data = encode({ userId: user.id, ...copied });
  if (how === 'unsigned') return toPairText(data, '');
  const secret = { otherSecret: FOREIGN_SECRET, leakedSecret: firstSecret }[how as string];
  const grip = new Keygrip([secret ?? (keys.secrets[0] as string)]);
  return toPairText(data, grip.sign(`session=${data}`));
}
