import { getUser } from '../../../sim/lanes/user.ts';
import type { Moment } from '../moment.ts';
import { listHeld } from './heldCredentials.ts';
import { readTradeEnd } from './renewal.ts';

/**
 * Reads whether the browser that the step is about can get new tokens by a refresh token that it keeps:
 * at once, or when the store is back; `null`: it cannot.
 */
export function readOwnRenewal(moment: Moment): 'now' | 'whenStoreIsBack' | null {
  const { lane, settings, strategy, browser } = moment;
  // Who asks for new tokens is looked up, and a banned user's are revoked.
  if (strategy === 'session' || getUser(lane.state, settings).banned) return null;
  const held = listHeld(moment, browser).find(({ what }) => what === 'refreshToken');
  if (!held) return null;
  if (readTradeEnd(moment, held.value)) return 'now';
  return readTradeEnd(moment, held.value, true) ? 'whenStoreIsBack' : null;
}
