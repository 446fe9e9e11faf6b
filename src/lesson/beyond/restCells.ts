import type { Frame, LaneFrame } from '../../sim/trace.ts';
import { readExpiry } from '../decodeToken.ts';
import { findCookie, findToken, readSid, toRecords } from '../facts.ts';
import { formatCount } from '../format.ts';
import { countDenied, countRefreshTokens } from './parties.ts';
import type { Part } from './parts.ts';

/** Returns the cells of a wait in which somebody has nothing that could age. */
export function amendWait({ session, token }: Frame): Part | null {
  const [record] = toRecords(session);
  const cells: { session?: string; token?: string } = {};
  if (!record) cells.session = 'No record to age';
  else if (session.outcome.lapsed) cells.session = 'Browser has dropped the cookie';
  if (!findToken(token)) cells.token = 'Client holds no token';
  return cells;
}

/** Whether nothing but the clients' and the server's own doings has happened, as in the walk. */
const isUsual = ({ state }: LaneFrame) =>
  !state.clients.attacker && !state.servers.server2 && !state.users && !state.draws.secret;

/** Whether the client's cookie names a record, and that record somebody. */
function ownsRecord(lane: LaneFrame): boolean {
  const cookie = findCookie(lane);
  const sid = cookie && readSid(cookie.value);
  return toRecords(lane).some(([id, { userId }]) => id === sid && userId !== undefined);
}

/** Returns the cells of the end, where more is left, or less, than in the walk. */
export function amendEnd({ session, token }: Frame): Part | null {
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
