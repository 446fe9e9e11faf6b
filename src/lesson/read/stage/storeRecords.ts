import type { SessionRecord } from '../../../sim/state.ts';
import type { RecordMark } from '../../telling.ts';
import { isSecondServer } from '../../told/actorIds.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { listStoreCalls } from '../traffic.ts';

/** A record of the first server's store, and what the step did to it. */
export interface MarkedRecord {
  readonly sid: string;
  readonly record: SessionRecord;
  readonly mark: RecordMark | null;
}

/** Lists the calls of a step to the first server's store of sessions. */
function listCalls({ lane, server }: Moment) {
  const store = lane.state.servers.server?.store;
  return isSecondServer(server) ? [] : listStoreCalls(lane).filter(({ to }) => to === store);
}

/** Lists the records of the first server's store after a step, and those that the step has thrown away. */
export function listMarkedRecords(moment: Moment): readonly MarkedRecord[] {
  const { lane, before } = moment;
  const store = lane.state.servers.server?.store;
  const calls = listCalls(moment);
  const found = new Set(calls.flatMap((call) => (call.method === 'get' ? [call.target] : [])));
  const old = before ? listRecords(before.state, store) : [];
  const [known, now] = [new Set(old.map(([sid]) => sid)), listRecords(lane.state, store)];
  const left = new Set(now.map(([sid]) => sid));
  // Only what a call has destroyed: what went with the process is another story.
  const isGone = (sid: string) =>
    calls.some(({ method, target }) => method === 'destroy' && target === sid) && !left.has(sid);
  const gone = old.flatMap(([sid, record]) =>
    isGone(sid) ? [{ sid, record, mark: 'gone' as const }] : [],
  );
  const kept = now.map(([sid, record]): MarkedRecord => {
    if (calls.length > 0 && !known.has(sid)) return { sid, record, mark: 'made' };
    return { sid, record, mark: found.has(sid) ? 'found' : null };
  });
  return [...kept, ...gone];
}

/** Reads what the step's calls came to for the session ID that they are about; `null` where there was none. */
export function readRecordLink(moment: Moment): RecordMark | 'missing' | null {
  const calls = listCalls(moment);
  const marks = new Set(listMarkedRecords(moment).map(({ mark }) => mark));
  for (const mark of ['gone', 'made'] as const) if (marks.has(mark)) return mark;
  const asked = calls.find(({ method }) => method === 'get');
  if (!asked) return null;
  return asked.body === null ? 'missing' : 'found';
}
