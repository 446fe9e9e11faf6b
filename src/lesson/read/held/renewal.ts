import { getUser } from '../../../sim/lanes/user.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { isLater, isOver, readServerEnd } from '../server/serverEnd.ts';
import { isAccessToken, listStolen } from './held.ts';

/**
 * Reads until when a server would trade a refresh token in for new tokens; `null`: none would now, nor,
 * where that is asked, with its store back.
 */
export function readTradeEnd(
  { lane: { state }, settings }: Pick<Moment, 'lane' | 'settings'>,
  value: string,
  isStoreBack = false,
): ServerEnd | null {
  const { refreshGrace = 0 } = settings.token;
  let latest: ServerEnd | null = null;
  for (const [server, { refreshTokens = {}, listsDown }] of Object.entries(state.servers)) {
    if (listsDown && !isStoreBack) continue;
    const record = Object.hasOwn(refreshTokens, value) ? refreshTokens[value] : undefined;
    // Where there is no grace period, the second of its use is not noted either.
    if (!record || (record.used && record.usedAt === undefined)) continue;
    const last = record.used ? (record.usedAt ?? 0) + refreshGrace : record.expires;
    const end = readServerEnd(state, Math.min(last, record.expires), server);
    if (!isOver(end) && (!latest || isLater(end, latest))) latest = end;
  }
  return latest;
}

/** Reads until when the attacker can get new tokens by a refresh token that it has stolen; `null`: it cannot. */
export function readRenewal(moment: Moment): ServerEnd | null {
  const { lane, settings, strategy } = moment;
  // Who asks for new tokens is looked up, and a banned user's are revoked.
  if (strategy === 'session' || getUser(lane.state, settings).banned) return null;
  let latest: ServerEnd | null = null;
  for (const item of listStolen(lane.state)) {
    const end = isAccessToken(item) ? null : readTradeEnd(moment, item);
    if (end && (!latest || isLater(end, latest))) latest = end;
  }
  return latest;
}
