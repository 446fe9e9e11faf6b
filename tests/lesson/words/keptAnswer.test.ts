import { describe, expect, test } from 'vitest';
import { isPasswordKept } from '../../../src/lesson/read/held/passwordKept.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readKeptAnswer } from '../../../src/lesson/read/run/keptAnswer.ts';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { DECIDING_STEPS } from '../../../src/lesson/told/decidingSteps.ts';
import { sayKeptAnswer } from '../../../src/lesson/words/lane/keptAnswer.ts';
import type { Action } from '../../../src/sim/action.ts';
import { countTrace } from '../../../src/sim/counts.ts';
import { changeSettings, type SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const run = (settings: Settings, actions: readonly Action[]) =>
  runScenario({ id: 'test', title: 'test', question: 'test', settings, actions });

const logInOn = (client: string): Action => ({ type: 'login', client, fold: true });

/** Measures what the last Action adds to what the token's server, or the session store, keeps. */
async function measure(change: SettingsChange, actions: readonly Action[]) {
  const trace = await run(changeSettings(change), actions);
  const last = trace.frames.length - 1;
  const { session, token } = countTrace(trace, last);
  const before = countTrace(trace, last - 1);
  return {
    session: session.keptBytes - before.session.keptBytes,
    token: token.keptBytes - before.token.keptBytes,
  };
}

describe('what a thousand users cost', () => {
  const find = (id: 'thousand-users' | 'password-kept') => {
    const scenario = SCENARIOS.find((one) => one.id === id);
    if (!scenario) throw new Error(`no ${id}`);
    return scenario;
  };

  test('is the last login a thousand times, and nothing where nothing is kept', async () => {
    const trace = await runScenario(find('thousand-users'));
    const step = DECIDING_STEPS['thousand-users'];
    const [session, token] = STRATEGIES.map((lane) =>
      sayKeptAnswer(readKeptAnswer(trace, step, lane, 'bytes')),
    );
    expect(session).toEqual({ tone: 'rest', word: '186 kB on the server' });
    expect(token).toEqual({ tone: 'rest', word: 'Nothing on the server' });
    expect(() => readKeptAnswer(trace, 99, 'session', 'bytes')).toThrow(RangeError);
  });

  test('every login adds as much as the one before', async () => {
    const clients = ['client', 'b', 'c', 'd', 'e', 'f', 'g'];
    const trace = await run(changeSettings({}), clients.map(logInOn));
    const kept = clients.map((_, i) => countTrace(trace, i + 1).session.keptBytes);
    const added = kept.slice(1).map((bytes, i) => bytes - (kept[i] ?? 0));
    expect(new Set(added)).toEqual(new Set([186]));
  });

  test('the note says what was measured', async () => {
    const { short, text } = SCENARIO_NOTES['thousand-users'];
    const logins = [logInOn('client'), logInOn('b')];
    const plain = await measure({}, logins);
    expect(plain.token).toBe(0);
    expect(short).toContain(`adds ${plain.session} bytes`);
    expect(text).toContain(`is ${plain.session} bytes`);
    expect(text).toContain(`${plain.session} kB, a million ${plain.session} MB`);
    const logOuts = ['client', 'b'].map(
      (client): Action => ({ type: 'logout', client, fold: true }),
    );
    const denied = await measure({ token: { denyList: true } }, [...logins, ...logOuts]);
    expect(text).toContain(`each logout adds ${denied.token} bytes`);
    const refreshed = { token: { refreshLifetime: 86_400 } };
    const { token: first } = await measure(refreshed, logins);
    const { token: next } = await measure(refreshed, [
      ...logins,
      { type: 'refresh', client: 'b', fold: true },
    ]);
    expect(text).toContain(`and each refresh, ${first}.`);
    // “true” has one letter less than “false”, for the one that was used up.
    expect(next).toBe(first - 1);
  });
});

describe('the password', () => {
  const isUnderWay = (state: { servers: object }) =>
    JSON.stringify(state.servers).includes('/login');

  test.each(SCENARIOS)('$id: it is kept nowhere once the login is answered', async (scenario) => {
    const trace = await runScenario(scenario);
    for (const frame of trace.frames) {
      const step = readStep(trace, frame);
      for (const lane of STRATEGIES) {
        if (isUnderWay(frame[lane].state)) continue;
        expect(isPasswordKept(step[lane]), `step ${frame.step}`).toBe(false);
      }
    }
  });

  test.each(['correct horse', 'q"uo\\te', 'ключ'])(
    '%s is found while it is under way',
    async (password) => {
      const trace = await run(changeSettings({ user: { password } }), [{ type: 'login' }]);
      const frames = trace.frames.filter(({ kind }) => kind === 'login.request');
      expect(frames).toHaveLength(1);
      for (const frame of frames)
        for (const lane of STRATEGIES)
          expect(isPasswordKept(readStep(trace, frame)[lane])).toBe(true);
      const last = trace.frames.length - 1;
      for (const lane of STRATEGIES)
        expect(sayKeptAnswer(readKeptAnswer(trace, last, lane, 'password')).word).toBe(
          'Kept nowhere',
        );
    },
  );

  test('is said to be kept where it is', async () => {
    // Whoever puts it into the record, or into the claims, keeps it.
    const payload = { note: 'correct horse' };
    const trace = await run(changeSettings({ payload }), [{ type: 'login', fold: true }]);
    for (const lane of STRATEGIES)
      expect(sayKeptAnswer(readKeptAnswer(trace, 1, lane, 'password')).word).toBe('Kept');
  });
});
