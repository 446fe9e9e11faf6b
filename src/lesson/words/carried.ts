import { cut } from '../page/format.ts';
import type { CarriedCredential } from '../read/carried.ts';
import { readCredentialName } from '../read/held.ts';
import type { Moment } from '../read/moment.ts';

/** Writes the part of a message that carries a credential, the credential cut after some characters. */
export function sayCarried(
  { value, part }: CarriedCredential,
  { strategy, lane: { state } }: Moment,
  length: number,
): string {
  const start = cut(value, length);
  if (part === 'body') return `{"token":"${start}"}`;
  if (part === 'Authorization') return `Authorization: Bearer ${start}`;
  return `${part}: ${readCredentialName(strategy, state)}=${start}`;
}
