import { isSecondServer } from '../../told/actorIds.ts';
import { readCarried } from '../carried.ts';
import { decodeToken } from '../decodeToken.ts';
import type { Moment } from '../moment.ts';
import { findAsked } from '../traffic.ts';
import { decodesTokens } from './decoded.ts';
import type { TokenTime } from './tokenTime.ts';
import { readTokenTime } from './tokenTime.ts';

/** What the first server's secret and clock did with a token in a step. */
export interface TokenSeal {
  readonly token: string;
  readonly seal: 'made' | 'fits' | 'differs' | null;
  /** How long the token holds by that server's clock; `null` where its time was not looked at. */
  readonly time: TokenTime | null;
  /** How much of its life is left, 0 to 1; 1 for a token without an end. */
  readonly share: number;
}

/** Reads how much of a token's life is left, 0 to 1. */
function readShare(token: string, { expiresAt, left }: TokenTime): number {
  if (expiresAt === null || left === null) return 1;
  const { iat } = decodeToken(token).payload ?? {};
  const life = typeof iat === 'number' ? expiresAt - iat : left;
  return life <= 0 ? 0 : Math.min(1, Math.max(0, left / life));
}

/** Reads how the first server made or judged a token by itself; `null` where it did neither. */
export function readTokenSeal(moment: Moment): TokenSeal | null {
  const { lane, strategy, server } = moment;
  const { signatures, outcome, state } = lane;
  if (strategy === 'session' || isSecondServer(server)) return null;
  if (signatures.made > 0) {
    const token = state.servers.server?.handling?.issued ?? outcome.proof?.credential ?? '';
    return { token, seal: 'made', time: null, share: 1 };
  }
  // What is checked by a server that only decodes is a CSRF token.
  if (signatures.checked === 0 || decodesTokens(moment)) return null;
  const token = outcome.proof?.credential ?? readCarried(findAsked(moment), 'token')?.value ?? '';
  const differs = outcome.failure === 'tokenSignatureInvalid';
  // What is not signed by this server is not read any further.
  const time = differs ? null : readTokenTime(moment, token, server);
  const share = time ? readShare(token, time) : 1;
  return { token, seal: differs ? 'differs' : 'fits', time, share };
}
