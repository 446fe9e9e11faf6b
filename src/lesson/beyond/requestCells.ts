import type { Frame, LaneFrame } from '../../sim/trace.ts';
import { allowed, getsIn, sends } from '../cellRow.ts';
import { FAILURE_CELLS } from '../failures.ts';
import type { Part } from './parts.ts';
import { toPlace } from './parts.ts';

/** Who is known but may not: a login would not help. */
const isForbidden = ({ outcome }: LaneFrame) => outcome.status === 403;

const toRefusal = (lane: LaneFrame, what: string, cell: string) => {
  if (lane.outcome.failure === 'userBanned') return 'User is banned, access denied';
  if (lane.outcome.failure === 'roleMissing') return 'Role is missing, access denied';
  if (lane.outcome.failure === 'headersTooLarge') return 'Header too large, token not read';
  return lane.outcome.failure === 'cookieMissing' || lane.outcome.failure === 'tokenMissing'
    ? cell
    : `${what} refused, access denied`;
};

function amendWhole(frame: Frame): Part | null {
  const { session, token } = frame;
  const lanes = [session, token];
  const place = toPlace(frame);
  const unusual = lanes.some(({ outcome }) => outcome.status === 403 || outcome.status === 431);
  if (!place && !unusual) return null;
  const cells: Part = place ? { action: `Next request${place}` } : {};
  if (!unusual) return cells;
  const denied = lanes.filter(({ outcome }) => outcome.allowed === false);
  const result =
    denied.length === 2 && denied.every(isForbidden) ? { result: 'Known, but not allowed' } : {};
  return {
    ...cells,
    ...result,
    ...(session.outcome.failure
      ? { session: toRefusal(session, 'Session', 'No session cookie, access denied') }
      : {}),
    ...(token.outcome.failure
      ? { token: toRefusal(token, 'Token', 'No token sent, access denied') }
      : {}),
  };
}

const toDecision = ({ outcome: { failure } }: LaneFrame) =>
  failure ? `Denied: ${FAILURE_CELLS[failure]}` : 'Allowed';

/** The check and the answer of a request, where the walk's words would leave out how the lanes differ. */
function amendAnswer({ kind, session, token }: Frame): Part | null {
  const unread = token.outcome.failure === 'headersTooLarge';
  if (kind === 'request.verify')
    return unread ? { token: 'Header too large, token not read' } : null;
  const inOne = allowed(session) !== allowed(token);
  if (kind === 'request.send' && sends(session, 'session') !== sends(token, 'token'))
    return { result: `Request sent, auth in one: ${sends(token, 'token') ? 'token' : 'cookie'}` };
  if (kind !== 'request.respond' || !inOne) return null;
  return {
    session: toDecision(session),
    token: toDecision(token),
    result: getsIn(allowed(session) ? 'session' : 'token'),
  };
}

/** Returns the cells of a request that must be told otherwise than in the walk. */
export const amendRequest = (frame: Frame): Part | null =>
  frame.kind === 'request.whole' ? amendWhole(frame) : amendAnswer(frame);
