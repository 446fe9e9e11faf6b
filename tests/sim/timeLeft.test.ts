import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { Expiring } from '../../src/sim/expiry.ts';
import { readTimeLeft, toSeconds } from '../../src/sim/expiry.ts';
import type { SettingsPatch } from './runs.ts';
import { getFrame, run } from './runs.ts';

const fold = true;
const LOGIN: Action = { type: 'login', fold };
const PHONE: Action = { ...LOGIN, client: 'phone' };
const FORGET: Action = { type: 'forget' };
const steal = (client: string): Action => ({ type: 'steal', client });
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const read = async (what: Expiring, actions: readonly Action[], patch: SettingsPatch = {}) =>
  readTimeLeft(getFrame(await run(actions, patch), -1), what);

/** Both last otherwise, so that one cannot be taken for the other. */
const LIVES: SettingsPatch = { session: { lifetime: 100 }, token: { lifetime: 200 } };

describe('the time that is left', () => {
  test.each<[string, Expiring, readonly Action[], SettingsPatch, number | null]>([
    ['of nothing', 'token', [], LIVES, null],
    ['of nothing', 'record', [], LIVES, null],
    ['of nothing', 'cookie', [], LIVES, null],
    ['of a token', 'token', [LOGIN, wait(30)], LIVES, 170],
    ['of a record', 'record', [LOGIN, wait(30)], LIVES, 70],
    ['of a cookie', 'cookie', [LOGIN, wait(30)], LIVES, 70],
    ['is 0 when it is over', 'token', [LOGIN, wait(300)], LIVES, 0],
    ['is 0 when it is over', 'record', [LOGIN, steal('client'), wait(300)], LIVES, 0],
    ['of what was thrown away', 'token', [LOGIN, FORGET, wait(10)], LIVES, 190],
    ['of what was thrown away', 'record', [LOGIN, FORGET, wait(10)], LIVES, 90],
    ['of what was stolen elsewhere', 'token', [PHONE, steal('phone'), wait(10)], LIVES, 190],
    ['of what was stolen elsewhere', 'record', [PHONE, steal('phone'), wait(10)], LIVES, 90],
    [
      ...(['of what was stolen last', 'record'] as const),
      [PHONE, steal('phone'), wait(5), { ...PHONE, client: 'tablet' } as Action, steal('tablet')],
      ...([LIVES, 100] as const),
    ],
    ['of a token without exp', 'token', [LOGIN], { token: { noExp: true } }, null],
    [
      ...(['of the cookie that has a date, of two', 'cookie'] as const),
      [LOGIN, { type: 'plant', by: 'path', fold } as Action],
      ...([{ session: { saveUninitialized: true, lifetime: 100 } }, 100] as const),
    ],
    ['of a record without an end', 'record', [LOGIN], { session: { lifetime: null } }, null],
    ['of a cookie without a date', 'cookie', [LOGIN], { session: { lifetime: null } }, null],
    [
      ...(['of a record with an absolute end alone', 'record', [LOGIN]] as const),
      ...([{ session: { lifetime: null, absoluteLifetime: 50 } }, 50] as const),
    ],
    [
      ...(['of the data’s cookie', 'cookie', [LOGIN]] as const),
      ...([{ session: { dataIn: 'cookie', lifetime: 100 } }, 100] as const),
    ],
    [
      ...(['of the token’s cookie, where the session’s has no date', 'cookie', [LOGIN]] as const),
      ...([
        { session: { lifetime: null }, token: { keptIn: 'cookie', lifetime: 200 } },
        200,
      ] as const),
    ],
    [
      ...(['of the session’s cookie, where both have a date', 'cookie', [LOGIN]] as const),
      ...([
        { session: { lifetime: 100 }, token: { keptIn: 'cookie', lifetime: 200 } },
        100,
      ] as const),
    ],
  ])('%s: %s', async (_name, what, actions, patch, left) => {
    expect(await read(what, actions, patch)).toBe(left);
  });

  test.each([30, -30])(
    'is by the clock of the server that judges, %i s ahead',
    async (clockOffset) => {
      const other = { ...LIVES, second: {}, clockOffset };
      const there: Action = { type: 'login', server: 'server2', fold };
      // Made by the other clock, and judged by the first server’s.
      expect(await read('token', [there], other)).toBe(200 - clockOffset);
      expect(await read('token', [LOGIN], other)).toBe(200);
      expect(await read('record', [LOGIN], other)).toBe(100);
      expect(await read('record', [there], { ...other, sharedStore: true })).toBe(
        100 - clockOffset,
      );
    },
  );
});

test('"until" is waited for, and what has no end is not', async () => {
  const frame = getFrame(await run([LOGIN], LIVES), -1);
  expect(toSeconds({ type: 'wait', until: 'token' }, frame)).toBe(200);
  expect(toSeconds({ type: 'wait', seconds: 5 }, frame)).toBe(5);
  const start = getFrame(await run([], LIVES), -1);
  expect(toSeconds({ type: 'wait', until: 'token' }, start)).toBe(0);
  expect(toSeconds({ type: 'wait' }, start)).toBe(0);
});
