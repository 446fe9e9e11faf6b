import { formatNumber } from '../../page/formatNumber.ts';
import type { Moment } from '../../read/moment.ts';
import { readWaited } from '../../read/server/waited.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';

const formatMilliseconds = (count: number) => `${formatNumber(count)} ms`;

/** Says how long its server waited for the store, and what that comes to once it has answered. */
export function sayWaited(moment: Moment): RichText {
  const waited = readWaited(moment);
  if (!waited) return [];
  const { now, each, inAll, isAnswered } = waited;
  const times = { plain: now === each ? '' : `, ${now / each} times` };
  if (!isAnswered) return say`The server waits ${formatMilliseconds(each)} for the store${times}.`;
  return say`The server waits ${formatMilliseconds(each)} for the store${times}, so it answers ${formatMilliseconds(inAll)} later${{ plain: inAll === now ? '' : ' in all' }}.`;
}

/** Says the same in a cell, after what else it says. */
export function addWaited(detail: string | null, moment: Moment): string | null {
  const waited = readWaited(moment);
  if (!waited) return detail;
  const text = `${formatMilliseconds(waited.now)} for the store`;
  return detail === null ? text : `${detail}, ${text}`;
}

/** Says in an answer how much later it came; nothing where nobody waited. */
export function sayLateness(moment: Moment): string {
  const waited = readWaited(moment);
  return waited?.isAnswered ? `, ${formatMilliseconds(waited.inAll)} later` : '';
}
