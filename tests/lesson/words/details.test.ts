import { describe, expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { run, runWalk } from '../../sim/runs.ts';
import { OTHER_FACTS } from '../otherFacts.ts';
import type { Fact } from './sentenceFacts.ts';

const request: readonly Fact[] = [
  ['POST /login', 'another target', 'POST /api/login'],
  ['45 byte', 'a longer password', '53 byte'],
];
const check: readonly Fact[] = [
  ['ada', 'another name', 'grace'],
  ['password matches', 'the wrong password', 'wrong password'],
];
const verdict: readonly Fact[] = [
  ['200', 'the wrong password', '401'],
  ['abc123', 'another user ID', 'user-77'],
];
const copy: readonly Fact[] = [
  ['15 min', 'a shorter token', '2 min'],
  ['stays valid', 'a token refused', 'refused'],
];

/** What stands as detail in each cell, and the run in which it is another. */
const DETAILS: Readonly<Record<number, Readonly<Record<Strategy, readonly Fact[]>>>> = {
  1: { session: request, token: request },
  2: { session: check, token: check },
  3: {
    session: [
      ['pLii…xPE4', 'another seed', 'wssE…1ADu'],
      ['abc123', 'another user ID', 'user-77'],
    ],
    token: [
      ['id abc123', 'another user ID', 'id user-77'],
      ['12:15:00', 'a shorter token', '12:02:00'],
    ],
  },
  4: {
    session: [
      ['Set-Cookie: connect.sid=s%3ApLii', 'another seed', 'connect.sid=s%3AwssE'],
      ['Set-Cookie', 'the wrong password', '401: the password does not match'],
    ],
    token: [['{"token":"eyJ', 'the wrong password', '401: the password does not match']],
  },
  5: {
    session: [
      ['connect.sid', 'a cookie with another name', ''],
      ['12:15:00', 'a shorter session', '12:01:00'],
      ['12:15:00', 'a session without end', 'with the browser'],
    ],
    token: [
      ['localStorage', 'a token in memory', 'memory'],
      ['147', 'another user ID', '148'],
    ],
  },
  6: {
    session: [
      ['connect.sid=s%3ApLii', 'another seed', 'connect.sid=s%3AwssE'],
      ['Cookie: ', 'the wrong password', 'no Cookie field'],
    ],
    token: [['Authorization: Bearer eyJ', 'the wrong password', 'no Authorization field']],
  },
  7: {
    session: [
      ['get(pLii…xPE4)', 'another seed', 'get(wssE…1ADu)'],
      ['abc123', 'another user ID', 'user-77'],
      ['get(', 'the wrong password', 'carries no session cookie'],
    ],
    token: [
      ['id abc123', 'another user ID', 'id user-77'],
      ['exp 12:15:00', 'a shorter token', 'exp 12:02:00'],
      ['> 12:00:00', 'another start', '> 13:02:03'],
      ['id abc123', 'the wrong password', 'carries no token'],
    ],
  },
  8: { session: verdict, token: verdict },
  9: {
    session: [
      ['destroy(pLii…xPE4)', 'another seed', 'destroy(wssE…1ADu)'],
      ['destroy(', 'a record that is kept', 'no destroy'],
    ],
    token: copy,
  },
  10: { session: [['no records', 'a record that is kept', '1 record']], token: copy },
  11: {
    session: [
      ['401: the request carries no session cookie', 'a cookie that is kept', '401: the store'],
    ],
    token: [['401: the request carries no token', 'a token in use', '200 for user abc123']],
  },
  12: {
    session: [
      ['no records', 'a record that is kept', '1 record'],
      ['jar: empty', 'a cookie that is kept', 'jar: cookie'],
    ],
    token: copy,
  },
};

const walk = await runWalk();
const toText = (trace: Trace, step: number, lane: Strategy) =>
  openTelling(trace).at(step).row[lane].detail ?? '';
const STEPS = walk.frames.flatMap(({ step }) => STRATEGIES.map((lane) => ({ step, lane })));

test.each(STEPS)('step $step, $lane: the detail is computed', ({ step, lane }) => {
  const facts = DETAILS[step]?.[lane] ?? [];
  const detail = toText(walk, step, lane);
  expect(facts.length === 0).toBe(step === 0);
  expect(detail === '').toBe(step === 0);
  for (const [was, otherwise, is] of facts) {
    const other = toText(OTHER_FACTS[otherwise], step, lane);
    expect(detail).toContain(was);
    expect(other).toContain(is);
    if (!is.includes(was)) expect(other).not.toContain(was);
  }
});

describe('bytes are counted, not characters', () => {
  test('in the login request', async () => {
    const trace = await runWalk({ user: { username: 'ädä' } });
    expect(toText(trace, 1, 'session')).toBe('POST /login, 47 byte body');
  });
});

test('who is banned is told so at a login, not that the password is wrong', async () => {
  const actions = [{ type: 'login' }, { type: 'ban' }, { type: 'login' }] as const;
  const { run: told, at } = openTelling(await run(actions, {}));
  const rows = Array.from({ length: told.lastStep + 1 }, (_, step) => at(step).row);
  const { session, token } =
    rows.filter(({ action }) => action === 'Server verifies credentials').at(-1) ?? {};
  expect([session?.detail, token?.detail]).toEqual(Array(2).fill('ada: user is banned'));
});
