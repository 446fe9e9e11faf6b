import { REFRESH_KEY } from '../../client/client.ts';
import { readCookie, toSetCookie } from '../../http/cookies.ts';
import { toSecure } from '../../http/tlsProxy.ts';
import type { CarryingField, Message } from '../../message.ts';
import { getHeader } from '../../message.ts';
import type { Settings } from '../../settings.ts';

/** The route that trades a refresh token in; the Path of its cookie, where it is in one. */
export const REFRESH_PATH = '/refresh';

/** Tells whether refresh tokens are in a cookie of their own. */
export const isRefreshInCookie = ({ token }: Settings): boolean =>
  token.refreshInCookie === true && token.refreshLifetime !== undefined;

/** Returns where a client logs out: below the path of the refresh token's cookie, where that is to come along. */
export const toLogoutTarget = (settings: Settings): string =>
  isRefreshInCookie(settings) ? `${REFRESH_PATH}/logout` : '/logout';

/** Makes the field that sets the refresh token's cookie; `now` is the server's time, NumericDate seconds. @see Express 5 `res.cookie` */
export function toRefreshField(settings: Settings, value: string, now: number): CarryingField {
  const { refreshLifetime = 0 } = settings.token;
  const { sameSite } = settings.session;
  const secure = toSecure(settings);
  const cookie = {
    ...{ maxAge: refreshLifetime, path: REFRESH_PATH, httpOnly: true },
    expires: new Date((now + refreshLifetime) * 1000).toISOString(),
    ...(secure && { secure }),
    ...(sameSite && { sameSite }),
  };
  return {
    field: ['Set-Cookie', toSetCookie(REFRESH_KEY, value, cookie)],
    carried: { what: 'refreshToken', in: 'Set-Cookie', value },
  };
}

/** Makes the field that deletes it: only with its own Path does a browser know which cookie is meant. @see Express 5 `res.clearCookie` */
export function toClearingRefreshField(): CarryingField {
  const gone = { path: REFRESH_PATH, expires: new Date(0).toISOString() };
  return {
    field: ['Set-Cookie', toSetCookie(REFRESH_KEY, '', gone)],
    carried: { what: 'refreshToken', in: 'Set-Cookie', value: null },
  };
}

/** Reads the refresh token of a request: from its cookie where the server set one, else from the body; `null` without one. */
export function readPresentedRefreshToken(settings: Settings, request: Message): string | null {
  if (isRefreshInCookie(settings))
    return readCookie(getHeader(request, 'Cookie'), REFRESH_KEY) || null;
  const body = request.body === null ? {} : (JSON.parse(request.body) as Record<string, string>);
  return body[REFRESH_KEY] ?? null;
}
