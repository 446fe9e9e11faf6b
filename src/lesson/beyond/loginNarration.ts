import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { losesCookie } from '../cellRow.ts';
import { decodeToken } from '../decodeToken.ts';
import {
  findRequest,
  findResponse,
  readGivenCredential,
  readSentCredential,
  readSid,
  setsTokenCookie,
  toRecords,
  toStoreCalls,
} from '../facts.ts';
import { formatLiteral, shorten } from '../format.ts';
import { IDLE_SENTENCES } from '../idleReasons.ts';
import { say } from '../richText.ts';
import { readStatusLine, sayUntil } from '../sharedSentences.ts';
import type { Amendment } from './amendment.ts';
import { sayWalk } from './amendment.ts';
import { countRefreshTokens } from './parties.ts';

const findHandled = ({ state }: LaneFrame) =>
  Object.values(state.servers).find(({ handling }) => handling)?.handling?.request;

/** What a token claims, without the second of its making, which says nothing to the reader. */
function readClaims(token: string): Record<string, unknown> {
  const { iat: _, ...claims } = decodeToken(token).payload ?? {};
  return claims;
}

/** Tells of a record that holds more than the user’s ID. */
export const sayCreateSession: Amendment = (lane) => {
  const { proof } = lane.outcome;
  const record = toRecords(lane).find(([sid]) => sid === proof?.credential)?.[1];
  if (!proof || !record) return null;
  const until = sayUntil(lane, proof.expiresAt);
  const fresh = toStoreCalls(lane).some(({ method }) => method === 'destroy');
  const brought = readSentCredential(findHandled(lane), 'session');
  if (!record.data && !fresh && brought === null)
    return say`Without ${'regenerate()'} the login stays on the session ID that express-session drew for this request, which brought none: ${shorten(proof.credential)}. The store keeps ${`{ userId: '${proof.userId}' }`} under it ${until}.`;
  if (!record.data) return null;
  const { cookie: _, ...kept } = record;
  return say`The store keeps ${formatLiteral(kept)} under the session ID ${shorten(proof.credential)} ${until}. All of it stays on the server; the cookie will hold the ID alone.`;
};

/** Tells of a cookie that the browser does not take. */
export const sayRefusedCookie: Amendment = (lane) => {
  const { idle } = lane.outcome;
  return idle !== null && losesCookie(lane) ? [IDLE_SENTENCES[idle]] : null;
};

/** Tells of a token that claims more than the user’s ID. */
export const sayCreateToken: Amendment = (lane) => {
  const { proof } = lane.outcome;
  if (!proof) return null;
  const claims = readClaims(proof.credential);
  const refresh = countRefreshTokens(lane);
  if (Object.keys(claims).every((name) => name === 'id' || name === 'exp') && refresh === null)
    return null;
  return say`The server signs ${formatLiteral(claims)}: ${proof.credential.length} characters, signed but not encrypted, good ${sayUntil(lane, proof.expiresAt)}. It does not write the access token down.`;
};

/** Tells of a token that is handed out in a cookie. */
export const sayRespondToken: Amendment = (lane) => {
  if (lane.outcome.failure || countRefreshTokens(lane) === null) return null;
  const text = sayWalk('token', 'login.respond', lane);
  return [...text, ' A refresh token comes with it, for the next one.'];
};

/** Tells of a whole login. */
export const sayLogin =
  (strategy: Strategy): Amendment =>
  (lane, frame) => {
    const { failure } = lane.outcome;
    if (failure) return null;
    const given = readGivenCredential(findResponse(lane), strategy);
    const lost = sayRefusedCookie(lane, frame);
    if (lost) return lost;
    if (!given) return [...sayWalk(strategy, 'login.respond', lane)];
    const keeps = sayWalk(strategy, 'login.store', lane);
    const line = readStatusLine(lane);
    if (strategy === 'token') {
      const where = setsTokenCookie(findResponse(lane)) ? 'in a cookie' : 'in its body';
      const refresh = countRefreshTokens(lane) === null ? '' : ', with a refresh token';
      return [
        ...say`The password is right; ${line} hands out a token ${where}${refresh}. `,
        ...keeps,
      ];
    }
    const sid = readSid(given);
    const sent = readSentCredential(findRequest(lane), 'session');
    const same = sent !== null && readSid(sent) === sid;
    const how = same
      ? say`Without ${'regenerate()'} the login stays on the session ID that came with the request, ${shorten(sid)}, which now belongs to the user. `
      : say`The password is right; ${line} sets the cookie with the session ID ${shorten(sid)}. `;
    return [...how, ...keeps];
  };
