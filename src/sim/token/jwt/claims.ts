import { SECOND_SERVER } from '../../actors.ts';
import type { Settings } from '../../settings.ts';

/** What a server writes into its tokens beside the user, and demands of those that come. */
export interface OwnClaims {
  readonly audience?: string | undefined;
  readonly issuer?: string | undefined;
}

/**
 * Returns the seconds from iat to exp; `null`: there is no exp. A text without a unit is
 * milliseconds to jsonwebtoken, and what is less than a second is cut off. @see vercel/ms
 */
export function toLifetime({ token }: Settings): number | null {
  const { lifetime, expiresInAsText, noExp } = token;
  if (noExp) return null;
  return expiresInAsText ? Math.floor(lifetime / 1000) : lifetime;
}

/** Whom the tokens of another service are for, which signs with the same secret. */
export const OTHER_AUDIENCE = 'another-service';

/** Returns the audience and the issuer of a server's tokens. @see RFC 7519 sections 4.1.1 and 4.1.3 */
export function toOwnClaims({ token, second = {} }: Settings, server: string): OwnClaims {
  const { audience, issuer } = token;
  const own = server === SECOND_SERVER ? second.tokenAudience : undefined;
  return { audience: own ?? audience, issuer };
}
