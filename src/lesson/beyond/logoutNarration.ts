import {
  clearsCookie,
  findCookie,
  findRequest,
  findResponse,
  readSentCredential,
} from '../facts.ts';
import { say } from '../richText.ts';
import { readStatus } from '../sharedSentences.ts';
import type { Amendment } from './amendment.ts';
import { sayCopyOf } from './copy.ts';
import { countDenied, countRefreshTokens } from './parties.ts';

/** Tells of a logout that the token’s server is told of: its cookie, its deny-list or its refresh tokens. */
export const sayToldLogout: Amendment = (lane) => {
  const response = findResponse(lane);
  if (!response)
    return lane.outcome.idle === 'nothingHeld'
      ? [
          'The client holds no token that it could drop, and no request is sent.',
          ...sayCopyOf('token', lane),
        ]
      : null;
  const denied = countDenied(lane);
  const does =
    denied === null
      ? countRefreshTokens(lane) === null
        ? readSentCredential(findRequest(lane), 'token') === null
          ? 'its Set-Cookie clears a cookie that is not there'
          : 'its Set-Cookie takes the token’s cookie away'
        : 'the server forgets the refresh tokens of this login'
      : 'the server puts the token’s jti on its deny-list';
  return [
    { code: 'POST /logout' },
    ' is answered ',
    { code: readStatus(lane) },
    `: ${does}. The client drops what it has.`,
    ...sayCopyOf('token', lane),
  ];
};

/** Tells of a logout with an empty jar, which opens no session and so ends none. */
export const sayLogoutSession: Amendment = (lane) => {
  const request = findRequest(lane);
  if (readSentCredential(request, 'session') !== null || findCookie(lane)) return null;
  const clears = clearsCookie(findResponse(lane)) ? ' clears a cookie that is not there' : '';
  return [
    ...say`${`${request?.method} ${request?.target}`} goes out without a cookie, so the server has no session of this client to destroy. ${readStatus(lane)}`,
    `${clears || ' sets none'}, and the jar is empty as before.`,
    ...sayCopyOf('session', lane),
  ];
};

/** Tells what the server has left of a token that it was told of. */
export const sayCleanupToken: Amendment = (lane) => {
  if (lane.outcome.idle !== 'cleanedAtLogout') return null;
  const [denied, refresh] = [countDenied(lane), countRefreshTokens(lane)];
  const kept =
    denied !== null
      ? `its deny-list holds ${denied} jti`
      : refresh !== null
        ? `it has ${refresh} usable refresh tokens left`
        : 'it had written nothing down, and has nothing to delete nor to refuse the token by';
  return [
    `At rest. The server did its part with the logout request: ${kept}.`,
    ...sayCopyOf('token', lane),
  ];
};
