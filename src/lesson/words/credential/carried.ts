import { cut } from '../../page/format.ts';
import type { CarriedCredential } from '../../read/carried.ts';
import { readCookieName } from '../../read/held/heldAt.ts';
import { DATA_COOKIE, isPair } from '../../read/held/pair.ts';
import type { Moment } from '../../read/moment.ts';

/** Writes the part of a message that carries a credential, the credential cut after some characters. */
export function sayCarried(
  { value, part }: CarriedCredential,
  moment: Moment,
  length: number,
): string {
  const start = cut(value, length);
  if (part === 'body') return `{"token":"${start}"}`;
  if (part === 'Authorization') return `Authorization: Bearer ${start}`;
  const name = isPair(value) ? DATA_COOKIE : readCookieName(moment);
  return `${part}: ${name}=${start}`;
}
