import { expect, test } from 'vitest';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import { done } from '../../../src/sim/outcome.ts';
import { patchServer } from '../../../src/sim/state.ts';
import { checkTokenCsrf, toCsrfPart } from '../../../src/sim/token/client/csrfToken.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { getFrame, toScenario, toSettings } from '../runs.ts';

const PATCH = { csrf: 'token', token: { keptIn: 'cookie' } } as const;
const { state } = getFrame(startTrace(toScenario(PATCH)), 0).token;

const record = (secrets: readonly string[]) =>
  startRecording(toSettings(PATCH), patchServer(state, 'server', { secrets }));

/** The CSRF token that the server with this secret hands out with a token. */
async function issue(secret: string, token: string): Promise<string> {
  const [csrf] = (await toCsrfPart(record([secret]).recorder, 'server', token)).carries;
  return csrf && 'value' in csrf ? String(csrf.value) : '';
}

test.each([
  ['the token’s own', 'new', 'jwt', null],
  ['one that an older secret made', 'old', 'jwt', null],
  ['one that another secret made', 'foreign', 'jwt', 'csrfTokenWrong'],
  ['that of another token', 'new', 'jwt2', 'csrfTokenWrong'],
])('a form with %s', async (_name, secret, token, failure) => {
  const { recorder, steps } = record(['new', 'old']);
  const request = makeRequest({
    ...{ from: 'client', to: 'server', method: 'POST', target: '/transfer' },
    origin: 'http://localhost:3000',
    form: `_csrf=${await issue(secret, token)}`,
  });
  expect(await checkTokenCsrf(recorder, request, 'jwt')).toBe(failure);
  recorder.finish('request.verify', done());
  expect(steps[0]?.signatures).toEqual({ made: 0, checked: 1 });
});
