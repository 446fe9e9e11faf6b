import type { Strategy } from '../../../sim/strategy.ts';
import { shorten } from '../../page/format.ts';
import { isAccessToken } from '../../read/held/held.ts';
import { isPair, splitPair } from '../../read/held/pair.ts';
import { toSid } from '../../read/sid.ts';

/** Names a session ID or a token briefly, as it is written on the stage. */
export const labelItem = (value: string, strategy: Strategy): string =>
  strategy === 'session' ? `sid ${shorten(value)}` : `JWT ${shorten(value)}`;

/** Names the data of a session that is in its cookie, likewise. */
export const labelData = (data: string): string => `data ${shorten(data)}`;

/** Labels a credential as it is held by what it is: a refresh token is no JWT, an unsigned cookie has no ID in it. */
export function labelCredential(value: string, strategy: Strategy): string {
  if (isPair(value)) return labelData(splitPair(value).data);
  if (strategy === 'session') return labelItem(toSid(value) || value, strategy);
  return isAccessToken(value) ? labelItem(value, strategy) : `refresh ${shorten(value)}`;
}
