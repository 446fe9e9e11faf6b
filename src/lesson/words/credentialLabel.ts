import type { Strategy } from '../../sim/strategy.ts';
import { shorten } from '../page/format.ts';
import { isAccessToken } from '../read/held.ts';
import { toSid } from '../read/sid.ts';

/** Names a session ID or a token briefly, as it is written on the stage. */
export const labelItem = (value: string, strategy: Strategy): string =>
  strategy === 'session' ? `sid ${shorten(value)}` : `JWT ${shorten(value)}`;

/** Labels a credential as it is held by what it is: a refresh token is no JWT, an unsigned cookie has no ID in it. */
export function labelCredential(value: string, strategy: Strategy): string {
  if (strategy === 'session') return labelItem(toSid(value) || value, strategy);
  return isAccessToken(value) ? labelItem(value, strategy) : `refresh ${shorten(value)}`;
}
