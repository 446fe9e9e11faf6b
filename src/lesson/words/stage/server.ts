import type { SessionRecord } from '../../../sim/state.ts';
import { formatDuration, formatTime, shorten } from '../../page/format.ts';
import { formatLeft } from '../../page/timeLeft.ts';
import { isSecondServer } from '../../read/actor.ts';
import { readClock } from '../../read/clock.ts';
import { isCookieSession } from '../../read/dataInCookie.ts';
import { listRecords, readRecordEnd } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { listStoreCalls } from '../../read/traffic.ts';
import type { ServerTelling } from '../../telling.ts';
import { capitalize, hasTwoServers, nameOfTwo } from '../names.ts';
import { formatRecord } from '../record.ts';

/** What a record holds, in the room that there is. */
function sayRecord({ cookie: _, ...kept }: SessionRecord, alone: boolean): string {
  if (!alone) return kept.userId ?? 'nobody';
  return kept.data || kept.endsAt !== undefined
    ? `{ userId: '${kept.userId}', … }`
    : formatRecord(kept);
}

/** What the first server's store holds; in the walk the one record's time stands in its line. */
function sayRecords({ lane: { state } }: Moment, isWalk: boolean) {
  const records = listRecords(state, state.servers.server?.store);
  const now = readClock(state);
  const alone = records.length === 1;
  const newest = records.at(-1);
  const lines = records.slice(0, 2).map(([sid, record]) => {
    const left = alone && isWalk ? ` ${formatLeft(readRecordEnd(record), now)}` : '';
    return `${shorten(sid)}${alone ? ' → ' : ': '}${sayRecord(record, alone)}${left}`;
  });
  if (isWalk || !newest) return { lines, time: null };
  const more = records.length > 2 ? `and ${records.length - 2} more, ` : '';
  const which = alone ? '' : 'newest: ';
  return { lines, time: `${more}${which}${formatLeft(readRecordEnd(newest[1]), now)}` };
}

/** Lists what the first server keeps about tokens, a line each. */
function listTokenState({ lane: { state }, settings }: Moment): readonly string[] {
  const { validSince } = state.users?.[settings.user.id] ?? {};
  const { denyList, refreshTokens } = state.servers.server ?? {};
  const used = Object.values(refreshTokens ?? {}).filter((token) => token.used).length;
  return [
    denyList ? `deny-list: ${Object.keys(denyList).length} jti` : [],
    refreshTokens
      ? [`refresh tokens: ${Object.keys(refreshTokens).length}`, `of them used: ${used}`]
      : [],
    validSince === undefined ? [] : `tokens hold since ${formatTime(validSince)}`,
  ].flat();
}

/** Says that a server keeps nothing. */
function sayNone(moment: Moment): string {
  const { settings, strategy } = moment;
  if (isCookieSession(moment)) return 'keeps nothing about anybody';
  if (strategy === 'session') return 'no records';
  return settings.token.comparesIat ? 'all tokens hold' : 'keeps nothing about anybody';
}

/** Names what the server keeps, the same in each step of a run. */
function nameStore(moment: Moment): string {
  const { lane, settings, strategy } = moment;
  const { state } = lane;
  if (isCookieSession(moment)) return 'No store';
  if (strategy === 'session') return 'sessionStore';
  const { denyList, refreshTokens } = state.servers.server ?? {};
  const kept = [
    denyList ? 'deny-list' : [],
    refreshTokens ? 'refresh store' : [],
    settings.token.comparesIat ? 'users’ row' : [],
  ].flat();
  return kept.join(', ') || 'No store';
}

/** What the first server's secret does in a step. */
function saySecretUse({ lane: { signatures }, server }: Moment): string | null {
  if (isSecondServer(server)) return null;
  if (signatures.made > 0) return 'signs';
  return signatures.checked > 0 ? 'checks' : null;
}

/** Says by how much a clock is off the true time. */
const sayOff = (ahead: number) =>
  `${formatDuration(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead'}`;

/** Says what the first server keeps and does in a step. */
export function sayServer(moment: Moment, isWalk: boolean): ServerTelling {
  const { lane, server, strategy } = moment;
  const active = !isSecondServer(server);
  const use = saySecretUse(moment);
  const { secrets = [], clockOffset = 0 } = lane.state.servers.server ?? {};
  const calls = active ? listStoreCalls(lane).map(({ method }) => `${method}()`) : [];
  const secret = [
    use ? `Secret ${use}` : 'Secret',
    secrets.length > 1 ? `, ${secrets.length} in use` : '',
    clockOffset === 0 ? '' : `, clock ${sayOff(clockOffset)}`,
  ].join('');
  const isSession = strategy === 'session';
  return {
    name: hasTwoServers(moment) ? capitalize(nameOfTwo('server')) : 'Server',
    active,
    store: nameStore(moment),
    ...(isSession ? sayRecords(moment, isWalk) : { lines: listTokenState(moment), time: null }),
    none: sayNone(moment),
    calls: calls.join(' '),
    secret,
    usesSecret: use !== null,
  };
}
