import type { Settings } from '../settings.ts';
import type { ServerState } from '../state.ts';
import type { Attributes } from './cookies.ts';
import { toSecure } from './tlsProxy.ts';

/**
 * Returns the attributes with which `res.clearCookie` deletes a cookie: Path and a date that has
 * passed, and those of its setting only where the application repeats them. A browser finds the
 * cookie by name, Domain and Path. @see Express 5 `res.clearCookie`, RFC 6265 section 5.3
 */
export function toClearingAttributes(
  settings: Settings,
  { cookieDomain: domain }: Pick<ServerState, 'cookieDomain'>,
  { httpOnly }: { readonly httpOnly: boolean },
): Attributes {
  const gone = { path: '/', expires: new Date(0).toISOString() };
  const { clearsWithAttributes, sameSite } = settings.session;
  if (!clearsWithAttributes) return gone;
  const secure = toSecure(settings);
  return { ...gone, ...(domain && { domain }), httpOnly, secure, ...(sameSite && { sameSite }) };
}
