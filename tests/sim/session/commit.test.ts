import { expect, test } from 'vitest';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import type { RequestSession } from '../../../src/sim/session/middleware.ts';
import { commitSession, NOTHING_SAID } from '../../../src/sim/session/middleware.ts';
import { makeRecordCookie } from '../../../src/sim/session/record.ts';
import { setRecord } from '../../../src/sim/session/store.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { getFrame, toScenario, toSettings } from '../runs.ts';

const SETTINGS = toSettings();
const cookie = makeRecordCookie(SETTINGS, SETTINGS.start);
const KEPT = { cookie, userId: 'abc123', visits: 1, role: 'admin', endsAt: 9, csrfToken: 'a' };

/** Ends a response with a session that came out of the store, and returns the call that it makes. */
function commit(change: Partial<RequestSession>): string | undefined {
  const { state } = getFrame(startTrace(toScenario()), 0).session;
  const { recorder, steps } = startRecording(
    SETTINGS,
    setRecord(state, SESSION_STORE, 'sid', KEPT),
  );
  commitSession(recorder, {
    ...{ server: 'server', store: SESSION_STORE, failure: null, loaded: true, ...NOTHING_SAID },
    ...{ cookieId: 'sid', originalId: 'sid', sid: 'sid', original: KEPT, ...KEPT, ...change },
  });
  recorder.finish('request.respond', { type: 'done', allowed: null } as never);
  return steps[0]?.messages[0]?.method;
}

// express-session hashes the whole session, and so sees a change of anything in it.
test.each([
  ['nothing', {}, 'touch'],
  ['the user', { userId: 'other' }, 'set'],
  ['the count of visits', { visits: 2 }, 'set'],
  ['the role', { role: 'user' }, 'set'],
  ['the absolute end', { endsAt: 10 }, 'set'],
  ['the CSRF token', { csrfToken: 'b' }, 'set'],
  ['its ID', { sid: 'another' }, 'set'],
])('where %s has changed, the store is asked to %s', (_what, change, method) => {
  expect(commit(change)).toBe(method);
});
