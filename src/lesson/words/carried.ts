import type { Strategy } from '../../sim/strategy.ts';
import { cut } from '../page/format.ts';
import type { CarriedCredential } from '../read/carried.ts';
import { DATA_COOKIE, isPair } from '../read/pair.ts';

const NAMES: Readonly<Record<Strategy, string>> = { session: 'connect.sid', token: 'token' };

/** Writes the part of a message that carries a credential, the credential cut after some characters. */
export function sayCarried(
  { value, part }: CarriedCredential,
  strategy: Strategy,
  length: number,
): string {
  const start = cut(value, length);
  if (part === 'body') return `{"token":"${start}"}`;
  if (part === 'Authorization') return `Authorization: Bearer ${start}`;
  return `${part}: ${isPair(value) ? DATA_COOKIE : NAMES[strategy]}=${start}`;
}
