import type { StepKind } from '../../sim/stepKind.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import { allowed, getsIn, gotOn, sends } from '../cellRow.ts';
import type { Cells } from '../cells.ts';
import { readExpiry } from '../decodeToken.ts';
import {
  findCookie,
  findResponse,
  findToken,
  readGivenCredential,
  readSid,
  toRecords,
} from '../facts.ts';
import { FAILURE_CELLS } from '../failures.ts';
import { formatCount } from '../format.ts';
import { countDenied, countRefreshTokens, isAtSecond, isTokenOut } from './parties.ts';
import { toRestartCells } from './restart.ts';

type Part = Partial<Cells>;

/** Where a request goes when there is a choice. */
const toPlace = ({ session, token }: Frame) =>
  isAtSecond(session) || isAtSecond(token) ? ', second server' : '';

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

/** Whether a login that was answered well gave the client no cookie: a Secure one does not leave over http. */
export const givesNoCookie = (lane: LaneFrame) =>
  gotOn(lane) &&
  findResponse(lane) !== undefined &&
  readGivenCredential(findResponse(lane), 'session') === null;

function amendLogin({ kind, session, token }: Frame): Part | null {
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

function amendRequest(frame: Frame): Part | null {
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

function amendWait({ session, token }: Frame): Part | null {
  const [record] = toRecords(session);
  const cells: { session?: string; token?: string } = {};
  if (!record) cells.session = 'No record to age';
  else if (session.outcome.lapsed) cells.session = 'Browser has dropped the cookie';
  if (!findToken(token)) cells.token = 'Client holds no token';
  return cells;
}

const keepsNothing = (lane: LaneFrame) =>
  countDenied(lane) === null && countRefreshTokens(lane) === null;

/** Whether nothing but the clients' and the server's own doings has happened, as in the walk. */
const isUsual = ({ state }: LaneFrame) =>
  !state.clients.attacker && !state.servers.server2 && !state.users && !state.draws.secret;

/** Whether the client's cookie names a record, and that record somebody. */
function ownsRecord(lane: LaneFrame): boolean {
  const cookie = findCookie(lane);
  const sid = cookie && readSid(cookie.value);
  return toRecords(lane).some(([id, { userId }]) => id === sid && userId !== undefined);
}

function amendEnd({ session, token }: Frame): Part | null {
  const records = toRecords(session).length;
  const held = findToken(token);
  const exp = held ? readExpiry(held.value) : null;
  const expired = exp !== null && exp <= token.state.clock;
  const discarded = token.state.clients.client?.discarded ?? null;
  const kept = [countDenied(token) ?? 0, countRefreshTokens(token) ?? 0].some((n) => n > 0);
  const cells: { session?: string; token?: string; result?: string } = {};
  // Whether its signature would still fit, nobody has tried after a restart or a new secret.
  const orphan = records > 0 && !(isUsual(session) && ownsRecord(session));
  if (orphan) cells.session = `Store still has ${formatCount(records, 'record')}`;
  if (expired) cells.token = 'Client has an expired token';
  if (!held && discarded === null) cells.token = 'Client holds no token';
  if (!held && kept) cells.token = 'Server keeps state about tokens';
  // Whether anything would be let in is not tried here, so nothing is said about it.
  const usual = isUsual(session) && isUsual(token) && !orphan && !expired;
  if (!usual && (records > 0 || held)) cells.result = 'The run ends here';
  const outlives = ({ outcome, state }: LaneFrame) =>
    (state.clients.attacker?.loot.length ?? 0) > 0 &&
    (outcome.copy?.accepted || outcome.copy?.other !== undefined);
  if (outlives(session) || outlives(token)) cells.result = 'A stolen copy lives on';
  return cells;
}

function amendRefresh({ action, kind, token }: Frame): Part | null {
  const cells: { action?: string; result?: string } = {};
  if (action?.type === 'refresh' && action.client === 'attacker' && kind !== 'refresh.verify')
    cells.action = 'Attacker uses the refresh token';
  if (kind === 'refresh.whole')
    cells.result =
      token.outcome.allowed === null
        ? 'Nothing to refresh'
        : token.outcome.allowed
          ? 'New pair handed out'
          : 'No new token';
  return cells;
}

function amendRotate({ action }: Frame): Part | null {
  if (action?.type !== 'rotateSecret') return null;
  if (action.how === 'retire')
    return {
      action: 'Operator retires old secrets',
      session: 'Only the newest verifies',
      token: 'Only the newest verifies',
      result: 'Old signatures are void',
    };
  return null;
}

function amendCrossSite(frame: Frame): Part | null {
  const { action, kind } = frame;
  if (action?.type !== 'crossSite' || !/send|whole/.test(kind)) return null;
  const { vehicle, from = 'evil' } = action;
  const what = { link: 'links here', form: 'posts a form', fetch: 'fetches' }[vehicle];
  return { action: `${from === 'evil' ? 'Another site' : 'A sibling subdomain'} ${what}` };
}

function amendAttack(frame: Frame): Part | null {
  const { session, token, kind } = frame;
  const idle = [session, token].every(({ outcome }) => outcome.idle !== null);
  if (kind === 'inject.read' || kind === 'steal.copy')
    return idle
      ? { result: kind === 'inject.read' ? 'Script finds nothing' : 'Nothing to copy' }
      : null;
  if (kind === 'plant.place') return idle ? { result: 'Nothing to plant' } : null;
  if (idle && /\.(whole|verify|respond|send)$/.test(kind)) return { result: 'Nothing is sent' };
  const place = toPlace(frame);
  return place && /\.(whole|send)$/.test(kind) && kind.startsWith('replay')
    ? { action: `Attacker uses the copy${place}` }
    : null;
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

/** Returns the cells of a step that must be told otherwise than the walk does; `null` for none. */
export function amendCells(frame: Frame): Part | null {
  const { kind, token } = frame;
  const group = kind.split('.')[0];
  if (group === 'request')
    return kind === 'request.whole' ? amendRequest(frame) : amendAnswer(frame);
  if (kind === 'wait.pass') return amendWait(frame);
  if (kind === 'end.rest') return amendEnd(frame);
  if (group === 'refresh') return amendRefresh(frame);
  if (group === 'rotate') return amendRotate(frame);
  if (group === 'restart') return toRestartCells(frame);
  if (group === 'crossSite') return amendCrossSite(frame);
  if (/^logout\.(request|whole)/.test(kind) && token.outcome.idle === 'nothingHeld')
    return { ...toActionAt(frame), token: 'No token to delete' };
  if (kind === 'logout.cleanup' && token.outcome.idle === 'cleanedAtLogout')
    return keepsNothing(token) ? { token: 'No server cleanup needed' } : null;
  const login = amendLogin(frame);
  if (login) return login;
  const place = toActionAt(frame);
  if (place) return place;
  if ((kind === 'ban.mark' || kind === 'demote.mark') && !isTokenOut(token))
    return { token: 'No token is out' };
  return /^(inject|steal|plant|replay|tamper|forge)/.test(kind) ? amendAttack(frame) : null;
}
