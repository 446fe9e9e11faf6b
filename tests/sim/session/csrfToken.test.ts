import { expect, test } from 'vitest';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import { checkSessionCsrf } from '../../../src/sim/session/csrfToken.ts';
import type { RequestSession } from '../../../src/sim/session/middleware.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { getFrame, toScenario, toSettings } from '../runs.ts';

test.each([
  ['_csrf=right', 'right', null],
  ['_csrf=wrong', 'right', 'csrfTokenWrong'],
  ['_csrf=', 'right', 'csrfTokenWrong'],
  ['to=mallory', 'right', 'csrfTokenMissing'],
  // A session without one is nobody’s, and no form goes with it.
  ['_csrf=undefined', undefined, 'csrfTokenWrong'],
])('a form with %s, where the session has %s', async (form, csrfToken, failure) => {
  const { state } = getFrame(startTrace(toScenario()), 0).session;
  const { recorder } = startRecording(toSettings({ csrf: 'token' }), state);
  const request = makeRequest({
    ...{ from: 'client', to: 'server', method: 'POST', target: '/transfer', form },
    origin: 'http://localhost:3000',
  });
  const session = { csrfToken } as RequestSession;
  expect(await checkSessionCsrf(recorder, request, session)).toBe(failure);
});
