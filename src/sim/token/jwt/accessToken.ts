/** What a refresh token is, and the jti of one that is a JWT: 32 random bytes; an access token's is a UUID. */
const REFRESH_ID = /^[\w-]{43}$/;

/**
 * Tells an access token, a compact JWS, from a refresh token, which has no dots, or is a JWT as well:
 * this knows it by its jti, a server that looks at neither typ nor aud does not.
 */
export function isAccessToken(text: string): boolean {
  const [, payload] = text.split('.');
  if (payload === undefined) return false;
  try {
    const claims = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const { jti } = JSON.parse(claims) as { readonly jti?: unknown };
    return !(typeof jti === 'string' && REFRESH_ID.test(jti));
  } catch {
    return true;
  }
}
