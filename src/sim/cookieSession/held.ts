import { listCookies, readCookie } from '../client/client.ts';
import type { StoredCookie } from '../client/jar.ts';
import type { ClientState } from '../state.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE, toPair } from './pair.ts';

/** Returns the session that a browser holds, of several the halves that servers read; `null` without its data. */
export function readPair(client: ClientState): string | null {
  const data = readCookie(client, DATA_COOKIE);
  return data === null ? null : toPair(data, readCookie(client, SIGNATURE_COOKIE) ?? '');
}

const isBeside = (one: StoredCookie, other: StoredCookie) =>
  one.path === other.path && one.domain === other.domain && one.hostOnly === other.hostOnly;

/** Returns all sessions in a jar, each with the signature that is kept for the same pages; '' where that is missing. */
export function listPairs(jar: readonly StoredCookie[]): readonly string[] {
  const signatures = listCookies(jar, SIGNATURE_COOKIE);
  return listCookies(jar, DATA_COOKIE).map((half) =>
    toPair(half.value, signatures.find((one) => isBeside(one, half))?.value ?? ''),
  );
}

/** Tells whether a cookie is one of the two. */
export const isHalf = ({ name }: { readonly name: string }): boolean =>
  name === DATA_COOKIE || name === SIGNATURE_COOKIE;
