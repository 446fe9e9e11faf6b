import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { decodeToken } from '../../../src/lesson/read/decodeToken.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Variable } from '../../../src/lesson/telling.ts';
import { VARIABLES } from '../../../src/lesson/texts/variables.ts';
import { sayVariables } from '../../../src/lesson/words/tracker/variables.ts';
import type { ScenarioId } from '../../../src/sim/scenarios.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { getFrame, run, runWalk } from '../../sim/runs.ts';
import { AT_REST, CHECKPOINT_STEPS, TRACKER, TRACKER_COLUMNS, WALK } from '../walkFacts.ts';

const walk = await runWalk();

async function openById(id: ScenarioId) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(id);
  return openTelling(await runScenario(scenario));
}

const toHistory = (trace: Trace, variable: Variable) => {
  const { at } = openTelling(trace);
  return trace.frames.map(({ step }) => at(step).variables[variable]);
};

test('the columns are the lesson’s checkpoints', () => {
  const { checkpoints } = openTelling(walk).run;
  expect(checkpoints.map(({ title }) => title)).toEqual(TRACKER_COLUMNS);
  expect(checkpoints.map(({ step }) => step)).toEqual(CHECKPOINT_STEPS);
});

describe.each(VARIABLES.oneStore)('%s', (variable) => {
  const history = toHistory(walk, variable);

  test('has the lesson’s value at each checkpoint', () => {
    expect(CHECKPOINT_STEPS.map((step) => history[step])).toEqual(TRACKER[variable]);
  });

  test('says at the other steps where it rests', () => {
    for (const [step, text] of Object.entries(AT_REST[variable])) {
      expect(history[Number(step)], `step ${step}`).toBe(text);
    }
  });

  test('looks at the step and the one before, and no further', () => {
    const [eighth, ninth] = [getFrame(walk, 8), getFrame(walk, 9)];
    const frames = Object.assign([], { 8: eighth, 9: ninth });
    expect(sayVariables(readStep({ ...walk, frames }, ninth))[variable]).toBe(history[9]);
    expect(() => openTelling(walk).at(13)).toThrow(RangeError);
  });
});

test('the store is empty until step 3 and from step 9 on', () => {
  const record = TRACKER.sessionStore[1];
  const empty = [0, 1, 2, 9, 10, 11, 12];
  const expected = walk.frames.map(({ step }) => (empty.includes(step) ? '{}' : record));
  expect(toHistory(walk, 'sessionStore')).toEqual(expected);
});

test('the token shown is the beginning of the real one', () => {
  const whole = getFrame(walk, 3).token.outcome.proof?.credential ?? '';
  expect(whole.startsWith(TRACKER.token[1].replace('...', '.'))).toBe(true);
  const { header, payload } = decodeToken(whole);
  const iat = Date.parse(WALK.start) / 1000;
  expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(payload).toEqual({ id: WALK.userId, iat, exp: iat + WALK.tokenLifetimeSeconds });
});

// Derived, not typed in: another run, other values.
test('other facts, other values', async () => {
  const other = await runWalk({
    user: { id: 'x"7' },
    session: { destroyAtLogout: false, clearCookieAtLogout: false },
  });
  expect(toHistory(other, 'sessionStore')[9]).toBe(`{ userId: 'x"7' }`);
  expect(toHistory(other, 'sessionCookie')[9]).toBe('sent with request');
  expect(toHistory(other, 'sessionCookie')[12]).toBe('stored in jar');
});

test('two records are told apart by their IDs', async () => {
  const both = await run([{ type: 'login' }, { type: 'logout' }, { type: 'login' }], {
    session: { destroyAtLogout: false },
  });
  const text = toHistory(both, 'sessionStore').at(-1);
  expect(text).toMatch(/^\{ \S+…\S+: \{ userId: 'abc123' \}, \S+…\S+: \{ userId: 'abc123' \} \}$/);
});

test('a record that holds nothing is told from no record', async () => {
  const visit = await run([{ type: 'request', fold: true }], {
    session: { saveUninitialized: true },
  });
  expect(toHistory(visit, 'sessionStore')).toEqual([
    '{}',
    expect.stringMatching(/^\{ \S+…\S+: \{\} \}$/),
  ]);
});

test('what runs out in a wait is gone', async () => {
  const wait = [{ type: 'login' }, { type: 'wait', seconds: 900 }] as const;
  const late = await run(wait);
  expect(toHistory(late, 'sessionCookie').at(-1)).toBe('deleted');
  expect(toHistory(late, 'token').at(-1)).toBe('stored in client');
  const inCookie = await run([...wait, wait[1]], { token: { keptIn: 'cookie' } });
  expect(toHistory(inCookie, 'token').at(-2)).toBe('deleted');
  const { at } = openTelling(inCookie);
  expect(at(6).row.token.text).toBe('Browser has dropped the cookie');
  expect(toPlainText(at(6).token.sentence)).toContain('has dropped the cookie with the token');
  expect(at(7).row.token.text).toBe('Client holds no token');
});

test('of a full store a few records are written out, the others counted', async () => {
  const visits = (count: number) =>
    run(
      Array.from(
        { length: count },
        () => [{ type: 'login', fold: true }, { type: 'forget' }] as const,
      ).flat(),
    );
  const read = async (count: number) => toHistory(await visits(count), 'sessionStore').at(-1) ?? '';
  expect((await read(5)).match(/userId/g)).toHaveLength(5);
  expect(await read(5)).not.toContain('more');
  expect((await read(100)).match(/userId/g)).toHaveLength(5);
  expect(await read(100)).toMatch(/^\{ .* \}, … 95 more \}$/);
});

test('each of two stores has a row of its own, and one that is shared has one', async () => {
  const own = await openById('two-servers-no-shared-store');
  expect(own.run.variables.map(([, name]) => name)).toEqual([
    'sessionStore A',
    'sessionStore B',
    'sessionCookie',
    'token',
  ]);
  const login = own.at(1);
  expect(login.variables.sessionStore).toBe("{ userId: 'abc123' }");
  expect(login.variables.sessionStoreB).toBe('{}');
  expect(login.values.sessionStoreB?.records).toEqual([]);
  const shared = await openById('two-servers-shared-store');
  expect(shared.run.variables.map(([, name]) => name)).toEqual([
    'sessionStore',
    'sessionCookie',
    'token',
  ]);
});

test('another wording is no change: what was sent rests, what was deleted is none', async () => {
  const { run, at } = await openById('refresh-rotation');
  let worded = 0;
  for (let step = 1; step <= run.lastStep; step++) {
    const [was, is] = [at(step - 1).variables, at(step).variables];
    for (const name of ['sessionCookie', 'token'] as const) {
      const isRest = /^(stored|in |none)/.test(is[name]) && /^(sent|deleted)/.test(was[name]);
      if (!isRest || was[name] === 'sent in response') continue;
      worded += 1;
      expect(at(step).changed, `${name} at ${step}`).not.toContain(name);
    }
  }
  expect(worded).toBeGreaterThan(0);
  const logout = openTelling(walk);
  expect(logout.at(9).changed).toEqual(['sessionStore', 'sessionCookie', 'token']);
  expect(logout.at(10).changed).toEqual([]);
});
