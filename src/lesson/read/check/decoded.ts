import { isOnlyDecoded } from '../../../sim/token/verify/onlyDecoded.ts';
import { readClock } from '../clock.ts';
import { decodeToken, readExpiry } from '../decodeToken.ts';
import type { Moment } from '../moment.ts';
import { readTokenCheck } from './check.ts';

/** Tells whether a lane's server decodes tokens and verifies none. */
export const decodesTokens = ({ strategy, settings }: Pick<Moment, 'strategy' | 'settings'>) =>
  strategy === 'token' && isOnlyDecoded(settings);

/** What a server took out of a token without checking anything. */
export interface DecodedToken {
  readonly userId: string;
  /** Its header names no algorithm that signs. */
  readonly isUnsigned: boolean;
  /** Its exp, NumericDate seconds, at which nobody looks; `null`: it names none. */
  readonly exp: number | null;
  /** That has passed by the server's clock. */
  readonly isPast: boolean;
  /** The server's time, NumericDate seconds. */
  readonly now: number;
  /** The token ID that its deny-list was asked for; `null`: none was asked. */
  readonly asked: string | null;
  /** Since when the user's tokens hold, where that was looked up; `null`: it was not. */
  readonly compared: { readonly since: number | null } | null;
}

/** What is proven in these is a password or a refresh token; the token is made and not read. */
const MAKES_TOKEN = /^(login|refresh|tabs)\./;

/** Reads what a server believed that only decodes; `null` where it verifies, or let nobody in. */
export function readDecodedToken(moment: Moment): DecodedToken | null {
  const { kind, lane, server } = moment;
  const { proof } = lane.outcome;
  const isRead = decodesTokens(moment) && !MAKES_TOKEN.test(kind);
  const check = isRead && proof ? readTokenCheck(moment) : null;
  if (!proof || check?.type !== 'believed') return null;
  const exp = readExpiry(proof.credential);
  const now = readClock(lane.state, server);
  return {
    userId: proof.userId,
    isUnsigned: decodeToken(proof.credential).header?.alg === 'none',
    exp,
    isPast: exp !== null && exp <= now,
    now,
    asked: check.asked,
    compared: check.compared,
  };
}
