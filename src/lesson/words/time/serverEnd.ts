import { formatDuration, formatSecond } from '../../page/format.ts';
import { formatLeft } from '../../page/timeLeft.ts';
import type { TokenTime } from '../../read/check/tokenTime.ts';
import type { ServerEnd } from '../../read/server/serverEnd.ts';

const CLOCKS = {
  only: 'the server’s clock',
  first: 'server A’s clock',
  second: 'server B’s clock',
} as const;

/** Says by whose clock a date is meant, after it, where not all clocks show the same: ` by the server’s clock`. */
export const sayByClock = ({ clock }: ServerEnd): string =>
  clock === null ? '' : ` by ${CLOCKS[clock]}`;

function sayHolds({ left, expiresAt }: ServerEnd, byClock: string): string {
  if (left === null || expiresAt === null) return 'for ever';
  if (left <= 0)
    return `until ${formatSecond(expiresAt, expiresAt - left)}${byClock}, which has passed already`;
  return `for ${formatDuration(left)}, until ${formatSecond(expiresAt, expiresAt - left)}${byClock}`;
}

/** Says how long something holds, and until when by whose clock. */
export const sayUntil = (end: ServerEnd): string => sayHolds(end, sayByClock(end));

/** Says the same where the sentence has just named the server. */
export const sayUntilByIts = (end: ServerEnd): string =>
  sayHolds(end, end.clock === null ? '' : ' by its clock');

/** Says at which second something ends; `sayByClock` says by whose clock that is. */
export const sayEndTime = ({ expiresAt, left }: ServerEnd): string =>
  expiresAt === null ? 'never' : formatSecond(expiresAt, expiresAt - (left ?? 0));

/** Says how much time is left of a token, in the room that there is. */
export function sayTokenLeft({ clock, expiresAt, left, grace, unread }: TokenTime): string {
  if (unread !== null) return 'exp not checked';
  const at =
    clock === 'first' || clock === 'second' ? ` at server ${clock === 'first' ? 'A' : 'B'}` : '';
  // Short: with the server's name it would not fit.
  if (grace > 0) return `past exp, ${formatDuration(grace)} leeway`;
  return formatLeft(expiresAt, (expiresAt ?? 0) - (left ?? 0)) + at;
}
