import type { ActionType } from '../../../sim/action.ts';
import type { Trace } from '../../../sim/trace.ts';
import { formatCount, formatDuration, formatTime } from '../../page/format.ts';
import {
  isAttackersBrowser,
  isFirstBrowser,
  isSecondServer,
  readActor,
  readBrowser,
} from '../../read/actor.ts';
import { readClock, readClockOffset } from '../../read/clock.ts';
import { listRecords } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isOutsiders } from '../../read/stage/outsider.ts';
import type { AroundPart, SecondServerTelling, StageTelling, UsersTelling } from '../../telling.ts';
import { capitalize, nameOfTwo } from '../names.ts';
import { sayBrowsers } from './client.ts';
import { sayOutsider } from './outsider.ts';

const CHANGES_ROW: ReadonlySet<ActionType> = new Set(['ban', 'demote', 'changePassword']);

/** Lists who stands around client, wire and server in a run; the same at each of its steps. */
export function listAround({ scenario: { actions, settings } }: Trace): readonly AroundPart[] {
  const isFurther = (id: string) => !isFirstBrowser(id) && !isAttackersBrowser(id);
  const knowsUsers =
    settings.token.comparesIat === true || actions.some(({ type }) => CHANGES_ROW.has(type));
  const parts: readonly (AroundPart | false)[] = [
    actions.some((action) => isOutsiders(readActor(action))) && 'outsider',
    actions.some((action) => isFurther(readBrowser(action))) && 'browsers',
    settings.second !== undefined && 'second',
    (settings.user.role !== undefined || knowsUsers) && 'users',
  ];
  return parts.filter((part) => part !== false);
}

/** Says what the second server keeps; `null` where there is none. */
function saySecond(moment: Moment): SecondServerTelling | null {
  const { lane, strategy, server } = moment;
  const { state } = lane;
  const { server: first, server2: second } = state.servers;
  if (!second) return null;
  const own = formatCount(listRecords(state, second.store).length, 'record');
  const shares = second.store !== null && second.store === first?.store;
  const store = shares ? 'shares the store' : `own store: ${own}`;
  const ahead = readClockOffset(state, 'server2');
  const time = formatTime(readClock(state, 'server2'));
  const clock = `${time}, ${ahead < 0 ? '−' : '+'}${formatDuration(Math.abs(ahead))}`;
  const same = first?.secrets.join() === second.secrets.join();
  const facts = [
    strategy === 'token' || isCookieSession(moment) ? 'keeps nothing' : store,
    ahead !== 0 ? clock : same ? 'same secret' : 'another secret',
  ];
  return { name: capitalize(nameOfTwo('server2')), active: isSecondServer(server), facts };
}

/** Says of a row that nothing has happened to what the run is about: of a ban only where there is one. */
function sayUntouched({ frames, settings }: Moment): string {
  const types = new Set(frames.map(({ action }) => action?.type));
  if (types.has('ban')) return 'not banned';
  if (types.has('changePassword')) return 'password not changed';
  return settings.token.comparesIat ? 'no token ended' : 'not changed';
}

/** Says the user's row in the database; one that nobody has changed yet is as the run began. */
function sayUsers(moment: Moment): UsersTelling {
  const { lane, before, settings } = moment;
  const { state } = lane;
  const { user } = settings;
  const row = state.users?.[user.id];
  // Where the run knows no roles, every row has the same, and it says nothing.
  const role = user.role === undefined ? [] : `role ${row?.role ?? user.role}`;
  const { passwordChanges = 0, validSince } = row ?? {};
  const times = passwordChanges === 1 ? '' : ` ${passwordChanges} times`;
  const facts = [
    ...[role, row?.banned ? 'banned' : []],
    passwordChanges === 0 ? [] : `${validSince === undefined ? 'password ' : ''}changed${times}`,
    validSince === undefined ? [] : `tokens since ${formatTime(validSince)}`,
  ].flat();
  return {
    row: `${user.id}: ${facts.join(', ') || sayUntouched(moment)}`,
    acts: before !== null && before.state.users !== state.users,
  };
}

/** Says what those do who stand around client, wire and server. */
export const sayAround = (
  moment: Moment,
  parts: readonly AroundPart[],
): Pick<StageTelling, 'outsider' | 'browsers' | 'second' | 'users'> => ({
  outsider: parts.includes('outsider') ? sayOutsider(moment) : null,
  browsers: sayBrowsers(moment),
  second: saySecond(moment),
  users: parts.includes('users') ? sayUsers(moment) : null,
});
