import type { ActionType } from '../../../sim/action.ts';
import type { Trace } from '../../../sim/trace.ts';
import { formatCount, formatDuration, formatTime } from '../../page/format.ts';
import { readActor, readBrowser } from '../../read/actor.ts';
import type { Moment } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isOutsiders } from '../../read/stage/outsider.ts';
import { readSecondServer } from '../../read/stage/secondServer.ts';
import type { RowFate } from '../../read/stage/userRow.ts';
import { readUserRow } from '../../read/stage/userRow.ts';
import type { AroundPart, SecondServerTelling, StageTelling, UsersTelling } from '../../telling.ts';
import { isAttackersBrowser, isFirstBrowser, isSecondServer } from '../../told/actorIds.ts';
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
  const { strategy, server } = moment;
  const second = readSecondServer(moment);
  if (!second) return null;
  const { ahead, now, sharesSecrets: same } = second;
  const store = second.sharesStore
    ? 'shares the store'
    : `own store: ${formatCount(second.records, 'record')}`;
  const clock = `${formatTime(now)}, ${ahead < 0 ? '−' : '+'}${formatDuration(Math.abs(ahead))}`;
  const facts = [
    strategy === 'token' || isCookieSession(moment) ? 'keeps nothing' : store,
    ahead !== 0 ? clock : same ? 'same secret' : 'another secret',
  ];
  return { name: capitalize(nameOfTwo('server2')), active: isSecondServer(server), facts };
}

/** Says of a row that nothing has happened to what the run is about: of a ban only where there is one. */
const UNTOUCHED: Readonly<Record<RowFate, string>> = {
  banned: 'not banned',
  password: 'password not changed',
  ended: 'no token ended',
  other: 'not changed',
};

/** Says the user's row in the database; one that nobody has changed yet is as the run began. */
function sayUsers(moment: Moment): UsersTelling {
  const row = readUserRow(moment);
  const { userId, role, banned, passwordChanges, validSince, fate, isChanged } = row;
  const times = passwordChanges === 1 ? '' : ` ${passwordChanges} times`;
  const facts = [
    ...[role === null ? [] : `role ${role}`, banned ? 'banned' : []],
    passwordChanges === 0 ? [] : `${validSince === null ? 'password ' : ''}changed${times}`,
    validSince === null ? [] : `tokens since ${formatTime(validSince)}`,
  ].flat();
  return {
    row: `${userId}: ${facts.join(', ') || UNTOUCHED[fate]}`,
    acts: isChanged,
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
