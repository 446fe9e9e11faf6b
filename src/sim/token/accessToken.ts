/** What a refresh token is, and the jti of one that is a JWT: 32 random bytes; an access token's is a UUID. */
const REFRESH_ID = /^[\w-]{43}$/;

function readJti(token: string): unknown {
  try {
    const [, payload = ''] = token.split('.');
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return (JSON.parse(text) as { readonly jti?: unknown } | null)?.jti;
  } catch {
    return undefined;
  }
}

/**
 * Tells an access token, a compact JWS, from a refresh token, which has no dots, or is a JWT as well:
 * this knows it by its jti, a server that looks at neither typ nor aud does not.
 */
export function isAccessToken(text: string): boolean {
  if (!text.includes('.')) return false;
  const jti = readJti(text);
  return !(typeof jti === 'string' && REFRESH_ID.test(jti));
}
