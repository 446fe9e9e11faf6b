import type { StepKind } from '../../sim/stepKind.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import { gotOn } from '../cellRow.ts';
import { findResponse, readGivenCredential } from '../facts.ts';
import { countDenied, countRefreshTokens, isAtSecond } from './parties.ts';
import type { Part } from './parts.ts';

/** Whether a login that was answered well gave the client no cookie: a Secure one does not leave over http. */
export const givesNoCookie = (lane: LaneFrame) =>
  gotOn(lane) &&
  findResponse(lane) !== undefined &&
  readGivenCredential(findResponse(lane), 'session') === null;

function amendAnswer({ kind, session, token }: Frame): Part | null {
  const answers = kind === 'login.respond' || kind === 'login.whole';
  if (!answers || !givesNoCookie(session)) return null;
  const given = gotOn(token);
  if (kind === 'login.respond')
    return { result: given ? 'Client receives only the token' : 'Client receives a refusal' };
  return {
    session: 'Session created, no cookie sent',
    result: given ? 'Logged in by token only' : 'Not logged in',
  };
}

const AT_SECOND: Readonly<Partial<Record<StepKind, string>>> = {
  'login.request': 'Login request, second server',
  'login.whole': 'User logs in, second server',
  'logout.request': 'User logs out, second server',
  'logout.whole': 'User logs out, second server',
};

function toActionAt({ kind, session }: Frame): Part | null {
  const action = AT_SECOND[kind];
  return action && isAtSecond(session) ? { action } : null;
}

const keepsNothing = (lane: LaneFrame) =>
  countDenied(lane) === null && countRefreshTokens(lane) === null;

/** Returns the cells of a login that must be told otherwise than in the walk. */
export const amendLogin = (frame: Frame): Part | null => amendAnswer(frame) ?? toActionAt(frame);

/** Returns the cells of a logout that must be told otherwise than in the walk. */
export function amendLogout(frame: Frame): Part | null {
  const { kind, token } = frame;
  if (kind === 'logout.cleanup')
    return token.outcome.idle === 'cleanedAtLogout' && keepsNothing(token)
      ? { token: 'No server cleanup needed' }
      : null;
  const at = toActionAt(frame);
  return token.outcome.idle === 'nothingHeld' ? { ...at, token: 'No token to delete' } : at;
}
