import type { Lane, Probe } from '../shared/lane.ts';
import { openLane } from '../shared/lane.ts';
import type { CheckSettings } from '../shared/settings.ts';
import type { TokenParts } from './forgery.ts';
import type { TokenCheck } from './tokenChecks.ts';

/** The lane of a token server; the token is known after the login. */
export interface TokenLane extends Lane {
  token: string | null;
  /** `null` for a token that is no JWT. */
  parts: TokenParts | null;
}

export type TokenProbe = Probe<TokenCheck, TokenLane>;

/** Prepares the lane of a token server. */
export function openTokenLane(server: URL, settings: CheckSettings): TokenLane {
  return { ...openLane(server, settings), token: null, parts: null };
}
