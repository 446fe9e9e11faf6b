import { describe, expect, test } from 'vitest';
import { toActionLabel } from '../../src/lesson/actionLabels.ts';
import { countTrace } from '../../src/sim/counts.ts';
import { readTimeLeft } from '../../src/sim/expiry.ts';
import { findParting } from '../../src/sim/parting.ts';
import { toPossibleActions } from '../../src/sim/possibleActions.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Frame, Trace } from '../../src/sim/trace.ts';
import { extendTrace, forkTrace, runScenario } from '../../src/sim/trace.ts';

const lastOf = ({ frames }: Trace) => frames.at(-1) as Frame;
const find = (id: string) => SCENARIOS.find((one) => one.id === id) ?? LOGIN_TO_LOGOUT;

describe('What if, from here?', () => {
  test.each(SCENARIOS)('every Action offered in $id runs, and does something', async (scenario) => {
    const trace = await runScenario(scenario);
    for (const at of [0, Math.floor(trace.frames.length / 2), trace.frames.length - 1]) {
      const fork = forkTrace(trace, at);
      const offered = toPossibleActions(lastOf(fork), scenario.settings);
      const labels = offered.map(toActionLabel);
      expect(new Set(labels).size).toBe(labels.length);
      for (const action of offered) {
        const longer = await extendTrace(fork, { ...action, fold: true });
        const { session, token } = lastOf(longer);
        const idle = STRATEGIES.every((lane) => ({ session, token })[lane].outcome.type === 'idle');
        // What a script cannot read, and what a server does not give out, is worth to be seen.
        const telling = ['injectScript', 'plant'].includes(action.type);
        expect([action, idle && !telling]).toEqual([action, false]);
      }
    }
  });

  test('theft is offered when there is something to steal, its use when something was', async () => {
    const trace = await runScenario(find('stolen-then-logout'));
    const types = (step: number) =>
      toPossibleActions(trace.frames[step] as Frame, trace.scenario.settings).map(
        ({ type }) => type,
      );
    expect(types(0)).not.toContain('steal');
    expect(types(0)).not.toContain('replay');
    expect(types(1)).toContain('steal');
    expect(types(1)).not.toContain('replay');
    expect(types(2)).toContain('replay');
    expect(types(2)).not.toContain('demote');
  });
});

describe('the parting of two runs', () => {
  test('is the first step of another kind or outcome', async () => {
    const walk = await runScenario(LOGIN_TO_LOGOUT);
    expect(findParting(walk, await runScenario(LOGIN_TO_LOGOUT))).toBeNull();
    const fork = await extendTrace(forkTrace(walk, 8), { type: 'steal' });
    expect(findParting(walk, fork)).toEqual({ step: 9, lanes: ['session', 'token'] });
    expect(findParting(walk, forkTrace(walk, 8))?.step).toBe(9);
  });

  test('names the lane that differs', async () => {
    const [plain, listed] = [
      await runScenario({ ...find('deny-list'), settings: LOGIN_TO_LOGOUT.settings }),
      await runScenario(find('deny-list')),
    ];
    // The logout is told to the server: another status in the token lane alone.
    expect(findParting(plain, listed)).toEqual({ step: 4, lanes: ['token'] });
  });
});

describe('the counts', () => {
  test('of the walk are those of its messages', async () => {
    const trace = await runScenario(LOGIN_TO_LOGOUT);
    const { session, token } = countTrace(trace, 12);
    expect(session).toMatchObject({
      // Asked at the request and at the logout; destroy and set, touch, destroy.
      storeReads: 2,
      storeWrites: 4,
      signaturesMade: 1,
      signaturesChecked: 2,
      keptBytes: 0,
      copy: { seconds: 0 },
    });
    expect(token).toMatchObject({
      storeReads: 0,
      storeWrites: 0,
      signaturesMade: 1,
      signaturesChecked: 1,
      keptBytes: 0,
      copy: { seconds: 900 },
    });
    expect(countTrace(trace, 8).session.keptBytes).toBeGreaterThan(100);
    expect(countTrace(trace, 0)).toEqual(countTrace(await runScenario(LOGIN_TO_LOGOUT), 0));
  });

  test('are the same in whatever order they are asked for', async () => {
    const scenario = find('refresh-reuse');
    const [a, b] = [await runScenario(scenario), await runScenario(scenario)];
    const last = a.frames.length - 1;
    const upwards = a.frames.map((_, step) => countTrace(a, step));
    expect(countTrace(b, last)).toEqual(upwards[last]);
    expect(b.frames.map((_, step) => countTrace(b, step))).toEqual(upwards);
    expect(() => countTrace(a, last + 1)).toThrow(RangeError);
  });

  test('a deny-list is state: it is read, written and kept', async () => {
    const trace = await runScenario(find('deny-list'));
    const { token } = countTrace(trace, trace.frames.length - 1);
    expect(token.storeReads).toBeGreaterThan(0);
    expect(token.storeWrites).toBe(1);
    expect(token.keptBytes).toBeGreaterThan(0);
    expect(token.copy).toEqual({ seconds: 0 });
  });

  test('each request carries a token that grew, and a cookie that did not', async () => {
    const [small, large] = [
      await runScenario({ ...find('token-grows'), settings: LOGIN_TO_LOGOUT.settings }),
      await runScenario(find('token-grows')),
    ];
    const count = (trace: Trace) => countTrace(trace, trace.frames.length - 1);
    expect(count(large).session.clientBytes).toBe(count(small).session.clientBytes);
    expect(count(large).token.clientBytes).toBeGreaterThan(20_000);
    expect(count(large).session.keptBytes).toBeGreaterThan(8000);
  });
});

test('what expires has its time left on the true clock', async () => {
  const trace = await runScenario(find('browser-cookie-does-not-slide'));
  const { settings } = trace.scenario;
  const left = (step: number) =>
    (['token', 'record', 'cookie'] as const).map((what) =>
      readTimeLeft(trace.frames[step] as Frame, settings, what),
    );
  expect(left(0)).toEqual([null, null, null]);
  expect(left(1)).toEqual([900, 900, 900]);
  // After ten minutes and a request only the record has slid.
  expect(left(4)).toEqual([300, 900, 300]);
  expect(left(5)).toEqual([0, 300, null]);
});
