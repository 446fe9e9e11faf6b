import { formatNumber } from '../../page/formatNumber.ts';
import type { Moment } from '../../read/moment.ts';
import { readWaited } from '../../read/server/waited.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';

const formatMilliseconds = (count: number) => `${formatNumber(count)} ms`;

/** Says, after a step's sentence, how long its server waited for the store, and what that comes to once it has answered. */
export function sayWaited(moment: Moment): RichText {
  const waited = readWaited(moment);
  if (!waited) return [];
  const { now, each, inAll } = waited;
  const times = now === each ? '' : `, ${now / each} times`;
  const start = say` The server waits ${formatMilliseconds(each)} for the store${{ plain: times }}`;
  // Two that ask at once do not wait for one another, so what they wait in all is no answer's time.
  return moment.lane.outcome.status === null || moment.kind === 'refreshTwice.whole'
    ? [...start, '.']
    : [
        ...start,
        ...say`, so it answers ${formatMilliseconds(inAll)} later${{ plain: inAll === now ? '' : ' in all' }}.`,
      ];
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
  const hasAnswer = moment.lane.outcome.status !== null && moment.kind !== 'refreshTwice.whole';
  const waited = hasAnswer ? readWaited(moment) : null;
  return waited ? `, ${formatMilliseconds(waited.inAll)} later` : '';
}
