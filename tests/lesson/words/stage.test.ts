import { describe, expect, test } from 'vitest';
import { shorten } from '../../../src/lesson/page/format.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readStageCredential } from '../../../src/lesson/read/stage/stageCredential.ts';
import { readTraffic } from '../../../src/lesson/read/traffic.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { getFrame, run, runWalk } from '../../sim/runs.ts';

const walk = await runWalk();
const { at } = openTelling(walk);

/** Where the credential is after each step; the same in both lanes. */
const PLACES = [
  [0, null],
  [1, null],
  [2, null],
  [3, 'server'],
  [4, 'response'],
  [5, 'client'],
  [6, 'request'],
  [7, 'server'],
  [8, 'client'],
  [9, 'client'],
  [10, 'client'],
  [11, null],
  [12, null],
] as const;

const NAMES = { session: 'sid', token: 'JWT' } as const;

describe.each(STRATEGIES)('the stage, %s', (strategy) => {
  const readMoment = (step: number) => readStep(walk, getFrame(walk, step))[strategy];

  test.each(PLACES)('step %i has the credential at %s', (step, place) => {
    const { credential, client } = at(step)[strategy].stage;
    expect(credential?.place ?? null).toBe(place);
    expect(credential?.gone ?? false).toBe(step === 9 || step === 10);
    expect(client.kept.length > 0).toBe(step >= 5 && step <= 8);
    const real = getFrame(walk, 3)[strategy].outcome.proof?.credential ?? '';
    const moment = readMoment(step);
    const located = readStageCredential(moment, readTraffic(moment));
    if (credential) expect(credential.label).toBe(`${NAMES[strategy]} ${shorten(real)}`);
    if (credential) expect(located?.value).toBe(real);
  });

  test('the badges are the engine’s', () => {
    const toBadge = (step: number) => at(step)[strategy].badge;
    expect([2, 8, 11].map(toBadge)).toEqual([
      { word: 'Verified', tone: 'allowed' },
      { word: 'Allowed 200', tone: 'allowed' },
      { word: 'Denied 401', tone: 'denied' },
    ]);
    // The check is passed; it is the answer that decides.
    expect(toBadge(7)).toEqual({ word: 'Verified', tone: 'allowed' });
    expect(toBadge(0)).toEqual({ word: 'Not started', tone: 'rest' });
    // After the logout a copy of the token still opens, and one of the session's ID does not.
    const end = { session: 'Ended', token: 'A copy opens' };
    expect(toBadge(12)).toEqual({ word: end[strategy], tone: 'rest' });
  });

  test('a server waits with a request from step 1 to 3, and in 6 and 7', () => {
    const waiting = walk.frames.filter(({ step }) => readTraffic(readMoment(step)).waiting);
    expect(waiting.map(({ step }) => step)).toEqual([1, 2, 3, 6, 7]);
    const toState = (step: number) => at(step)[strategy].stage.wire.request.state;
    expect([1, 2, 3, 4, 6, 7, 12].map(toState)).toEqual([
      ...['crossing', 'delivered', 'delivered', 'quiet'],
      ...['crossing', 'delivered', 'quiet'],
    ]);
  });
});

describe('who holds what', () => {
  const toPlaces = (step: number, trace = walk) =>
    Object.fromEntries(
      openTelling(trace)
        .at(step)
        .holders.map(({ item, places }) => [item, places.join(' ')]),
    );
  const none = {
    Password: '',
    'Session ID': '',
    'Session record': '',
    Token: '',
    Secret: 'server',
  };
  const held = { ...none, 'Session record': 'server' };

  test.each([
    [0, none],
    [1, { ...none, Password: 'wire server' }],
    [2, { ...none, Password: 'server' }],
    [3, { ...held, Password: 'server', 'Session ID': 'server', Token: 'server' }],
    [4, { ...held, 'Session ID': 'wire server', Token: 'wire' }],
    [5, { ...held, 'Session ID': 'client server', Token: 'client' }],
    [6, { ...held, 'Session ID': 'client wire server', Token: 'client wire server' }],
    [7, { ...held, 'Session ID': 'client server', Token: 'client server' }],
    [8, { ...held, 'Session ID': 'client server', Token: 'client' }],
    [9, { ...none, 'Session ID': 'wire' }],
    [10, none],
    [11, none],
    [12, none],
  ])('step %i', (step, places) => {
    expect(toPlaces(step)).toEqual(places);
  });

  test('a record that is kept stays on the server', async () => {
    const kept = await run(walk.scenario.actions, { session: { destroyAtLogout: false } });
    expect(toPlaces(12, kept)).toEqual({ ...held, 'Session ID': 'server' });
  });
});

test.each([
  ['ban', 'abc123: not banned', 'abc123: banned'],
  ['changePassword', 'abc123: password not changed', 'abc123: password changed'],
] as const)('before a %s the user’s row is told by what is to come', async (type, was, is) => {
  const trace = await run([{ type: 'login', fold: true }, { type }]);
  const told = openTelling(trace);
  const readRow = (step: number) => told.at(step).session.stage.users?.row;
  expect([0, 1, 2].map(readRow)).toEqual([was, was, is]);
});

test('a row of which only iat is compared says nothing of a ban', async () => {
  const trace = await run([{ type: 'login', fold: true }], { token: { comparesIat: true } });
  expect(openTelling(trace).at(0).token.stage.users?.row).toBe('abc123: no token ended');
});
