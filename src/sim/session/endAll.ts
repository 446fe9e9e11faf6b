import type { Recorder } from '../lanes/recorder.ts';
import { makeStoreCall } from '../message.ts';
import { getStore, readClock } from '../state.ts';
import type { RequestSession } from './middleware.ts';
import { destroySession, destroySessions } from './middleware.ts';
import { destroyRecord, isRecordExpired, listRecords } from './store.ts';

/**
 * Ends all sessions of a request's user, the request's own first. A session store finds by session
 * ID alone, so it is asked for all that it holds; what has expired is dropped on the way.
 * @see express-session, README: `store.all`
 */
export function endAllSessions(recorder: Recorder, session: RequestSession): void {
  const { server, store, userId } = session;
  destroySession(recorder, session);
  const now = readClock(recorder.state, server);
  const live = listRecords(getStore(recorder.state, store)).filter(([sid, record]) => {
    if (!isRecordExpired(record, now)) return true;
    recorder.set(destroyRecord(recorder.state, store, sid));
    return false;
  });
  const body = JSON.stringify(live.length);
  recorder.askStore(makeStoreCall({ from: server, to: store, method: 'all', target: '', body }));
  const others = live.filter(([, record]) => record.userId === userId);
  destroySessions(
    recorder,
    others.map(([sid]) => ({ server, store, sid })),
  );
}
