import { describe, expect, test } from 'vitest';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { extendTrace, forkTrace, runScenario, startTrace } from '../../src/sim/trace.ts';
import { getFrame, run, runWalk } from './runs.ts';

test('the walk has frames 0 to 12, in the kinds of its five Actions', async () => {
  const walk = await runWalk();
  expect(walk.frames.map(({ step, kind }) => `${step} ${kind}`)).toEqual([
    '0 start',
    '1 login.request',
    '2 login.verify',
    '3 login.create',
    '4 login.respond',
    '5 login.store',
    '6 request.send',
    '7 request.verify',
    '8 request.respond',
    '9 logout.request',
    '10 logout.cleanup',
    '11 request.whole',
    '12 end.rest',
  ]);
  expect(walk.frames.map(({ actionIndex }) => actionIndex)).toEqual([
    -1, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4,
  ]);
});

test('a trace starts with its scenario, no Action run', async () => {
  const walk = await runWalk();
  const start = startTrace(LOGIN_TO_LOGOUT);
  expect(start.scenario.actions).toEqual([]);
  expect(start.frames).toHaveLength(1);
  expect(start.frames[0]).toEqual(walk.frames[0]);
});

// Where each step's fork begins: after the last Action that is complete there.
test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 5],
  [7, 5],
  [8, 8],
  [9, 8],
  [10, 10],
  [11, 11],
  [12, 12],
])('a fork at step %i begins after step %i', async (step, last) => {
  const walk = await runWalk();
  const fork = forkTrace(walk, step);
  expect(fork.frames).toEqual(walk.frames.slice(0, last + 1));
  expect(fork.scenario.actions).toHaveLength(getFrame(walk, last).actionIndex + 1);
});

test.each([-1, 13, 1.5, Number.NaN])('there is no fork at %d', async (step) => {
  const walk = await runWalk();
  expect(() => forkTrace(walk, step)).toThrow(RangeError);
});

describe('what cannot be is thrown, and names the value', () => {
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('a wait of %d', async (seconds) => {
    const extended = extendTrace(await runWalk(), { type: 'wait', seconds });
    await expect(extended).rejects.toThrow(
      new RangeError(`wait of ${seconds} s is not a non-negative integer`),
    );
    await expect(extended).rejects.toThrow(RangeError);
  });

  test('a trace without frames', async () => {
    const empty = { ...(await runWalk()), frames: [] };
    await expect(extendTrace(empty, { type: 'end' })).rejects.toThrow(RangeError);
  });

  test.each(STRATEGIES)('a server without a secret in the %s lane', async (strategy) => {
    const start = startTrace(LOGIN_TO_LOGOUT);
    const frame = getFrame(start, 0);
    const lane = frame[strategy];
    const server = { ...lane.state.servers.server, secrets: [] };
    const state = { ...lane.state, servers: { server } } as typeof lane.state;
    const broken = { ...start, frames: [{ ...frame, [strategy]: { ...lane, state } }] };
    await expect(extendTrace(broken, { type: 'login' })).rejects.toThrow(/no secret/);
  });
});

test('a folded Action has the messages, the State and the outcome of its phases', async () => {
  for (const type of ['login', 'request', 'logout'] as const) {
    const before = await run([{ type: 'login' }]);
    const phases = await extendTrace(before, { type });
    const folded = await extendTrace(before, { type, fold: true });
    const steps = phases.frames.slice(before.frames.length);
    for (const lane of STRATEGIES) {
      const whole = getFrame(folded, -1)[lane];
      expect(whole.messages).toEqual(steps.flatMap((frame) => frame[lane].messages));
      expect(whole.state).toEqual(steps.at(-1)?.[lane].state);
      expect(steps.map((frame) => frame[lane].outcome)).toContainEqual(whole.outcome);
      expect(whole.outcome.type).not.toBe('idle');
      const response = whole.messages.find(({ kind }) => kind === 'response');
      expect(whole.outcome.status).toBe(response?.status ?? null);
    }
  }
});

test('a folded refusal is a refusal', async () => {
  const refused = await run([{ type: 'login', password: 'wrong', fold: true }]);
  expect(getFrame(refused, -1).session.outcome).toMatchObject({
    type: 'denied',
    status: 401,
    failure: 'wrongPassword',
  });
});

test('the JSON of the walk is the walk, and runs to the same again', async () => {
  const walk = await runWalk();
  const parsed = JSON.parse(JSON.stringify(walk));
  expect(parsed).toStrictEqual(walk);
  expect(JSON.stringify(await runScenario(parsed.scenario))).toBe(JSON.stringify(walk));
});
