import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { endsAtPasswordChange } from '../../../src/lesson/read/action/account.ts';
import { readWaitingSession } from '../../../src/lesson/read/action/waiting.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { isOver } from '../../../src/lesson/read/server/serverEnd.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { getFrame, run, type SettingsPatch } from '../../sim/runs.ts';

const PHONE = { client: 'phone' } as const;
const open = async (actions: readonly Action[], patch: SettingsPatch = {}) =>
  openTelling(await run(actions, patch));
const LOGIN: Action = { type: 'login', fold: true };

test('a login in one step whose cookie is refused has a detail without a hole', async () => {
  const { at } = await open([LOGIN], { session: { sameSite: 'none' } });
  expect(at(1).row.session.detail).not.toMatch(/null|undefined/);
});

test('without regenerate() an unknown session ID does not stay', async () => {
  const { at } = await open([LOGIN, { type: 'restart' }, { type: 'login' }], {
    session: { regenerate: false },
  });
  expect(toPlainText(at(5).session.sentence)).not.toContain('stays the one it was');
});

test('a refused login that sets a cookie is not said to send none', async () => {
  const { at } = await open([{ type: 'login', password: 'no' }], {
    session: { saveUninitialized: true },
  });
  expect(toPlainText(at(4).session.sentence)).not.toContain('none is sent');
  expect(at(4).row.session.text).not.toBe('Send no cookie');
});

test('a record is over by the clock of the server that has it', async () => {
  const actions: Action[] = [
    { ...LOGIN, server: 'server2' },
    { type: 'wait', seconds: 60 },
  ];
  const trace = await run(actions, { second: { clockOffset: -3600 } });
  const { record } = readWaitingSession(readStep(trace, getFrame(trace, 2)).session);
  expect(record && isOver(record.end)).toBe(false);
});

test('a cookie that a refused login sets and the browser refuses is not said to be none', async () => {
  const { at } = await open([{ type: 'login', password: 'no' }], {
    session: { saveUninitialized: true, sameSite: 'none' },
  });
  expect(toPlainText(at(5).session.sentence)).toContain('refuses the cookie');
});

test('an attacker who asks for a cookie to plant has something to do', async () => {
  const { at } = await open([{ type: 'plant' }]);
  expect(at(1).session.stage.outsider?.acts).toBe(true);
});

test.each(['cookie', 'localStorage', 'memory'] as const)(
  'that no browser attaches a token is said of none that is in a cookie: kept in %s',
  async (keptIn) => {
    const { at } = await open([{ type: 'plant' }, { type: 'replay', fold: true }], {
      token: { keptIn },
    });
    const inCookie = keptIn === 'cookie';
    expect(toPlainText(at(1).token.sentence).includes('attaches a token')).toBe(!inCookie);
    const held = inCookie ? 'Held: no token before login' : 'Held: token not attached';
    expect([at(1), at(2)].map(({ token }) => token.badge.word)).toEqual([held, held]);
  },
);

test('a copy of what was dropped is not one of what the browser has since', async () => {
  const visit: Action = { type: 'request', fold: true };
  const { at, run } = await open([LOGIN, { type: 'logout', fold: true }, visit, { type: 'end' }], {
    session: { saveUninitialized: true },
  });
  expect(toPlainText(at(2).session.sentence)).toContain('A copy of the cookie, if anybody');
  expect(toPlainText(at(run.lastStep).session.sentence)).toMatch(
    /the jar still has a cookie\. A copy of the dropped cookie, if anybody has one, would be refused/,
  );
});

test('the phone is named by flow, title and sentence of all that it does', async () => {
  const { at } = await open([
    { type: 'login', ...PHONE },
    { type: 'forget', ...PHONE },
  ]);
  expect(at(1).flow?.nodes[0]?.label).toMatch(/phone/);
  expect([5, 6].map((step) => at(step).title)).toEqual([
    expect.stringMatching(/phone/),
    expect.stringMatching(/phone/),
  ]);
});

test('a logout that leaves the phone its cookie says whose browser keeps it', async () => {
  const { at } = await open(
    [
      { ...LOGIN, ...PHONE },
      { type: 'logout', ...PHONE, fold: true },
    ],
    {
      session: { clearCookieAtLogout: false },
    },
  );
  expect(toPlainText(at(2).session.sentence)).toMatch(/phone/);
});

test.each([
  ['http://bank.test', true],
  ['http://bank.localhost:3000', false],
  ['https://bank.test', false],
])(
  'that no browser says whose page asks is said where it does not: %s',
  async (origin, isUnsaid) => {
    const transfer: Action = { type: 'request', target: '/transfer' };
    const { at } = await open([LOGIN, { ...transfer, fold: true }, transfer], {
      origin,
      csrf: 'fetchSite',
    });
    for (const step of [2, 4]) {
      const { session } = at(step);
      expect(toPlainText(session.sentence).includes('send that field to https'), `${step}`).toBe(
        isUnsaid,
      );
    }
    expect(at(2).session.badge.word).toBe(isUnsaid ? 'Denied 403' : 'Allowed 200');
  },
);

const WRONG: Action = { ...LOGIN, password: 'wrong' };
const RESTART: Action = { type: 'restart' };
const LATE: readonly Action[] = [{ type: 'wait', seconds: 900 }, LOGIN];
const AT_BOOT: SettingsPatch = { session: { expiresAtBoot: true }, token: { keptIn: 'cookie' } };
const OMITS: SettingsPatch = {
  frontEnd: { origin: 'http://localhost:5173', credentials: 'omit', cors: 'credentials' },
  token: { keptIn: 'cookie' },
};

test.each<[string, readonly Action[], SettingsPatch, session: boolean, token: boolean]>([
  ['a login that was refused', [WRONG], {}, true, true],
  ['a logout', [LOGIN, { type: 'logout', fold: true }], {}, true, true],
  ['a fetch without cookies', [LOGIN], OMITS, false, false],
  ['a Secure cookie over http', [LOGIN], { session: { secure: true } }, false, true],
  ['an Expires that is over', LATE, AT_BOOT, false, true],
  ['a restart after that', [...LATE, RESTART], AT_BOOT, true, true],
])(
  'another login is said to help exactly where it does: after %s',
  async (_what, actions, patch, ...helps) => {
    const ask: Action = { type: 'request', fold: true };
    const before = await run([...actions, ask], patch);
    const after = await run([...actions, LOGIN, ask], patch);
    const asked = openTelling(before).at(before.frames.length - 1);
    const isIn = getFrame(after, after.frames.length - 1);
    for (const [i, lane] of STRATEGIES.entries()) {
      expect(isIn[lane].outcome.allowed, lane).toBe(helps[i]);
      if (asked[lane].badge.word.startsWith('Allowed')) continue;
      const said = toPlainText(asked[lane].sentence);
      expect(said.includes('would not help'), lane).toBe(!helps[i]);
    }
    if (!helps.includes(true)) expect(asked.row.result).toBe('Another login is no help');
  },
);

test('a logout everywhere that is refused logs nobody out, and says so', async () => {
  const everywhere: Action = { type: 'logoutEverywhere', fold: true };
  const inCookie: SettingsPatch = { token: { keptIn: 'cookie', comparesIat: true } };
  const refused = await open([everywhere], inCookie);
  expect(refused.at(1).row.result).toBe('Nobody logged out');
  // The page's code drops its own token, whatever the server says of it.
  const plain = await open([LOGIN, { type: 'wait', seconds: 5000 }, everywhere]);
  expect(plain.at(3).row.result).toBe('Nobody else logged out');
});

test('a changed password ends what it is said to end, wherever the data is', () => {
  const settings = changeSettings({ session: { endAllAtPasswordChange: true } });
  const { session } = settings;
  const ends = (dataIn: 'store' | 'cookie') =>
    endsAtPasswordChange({
      settings: { ...settings, session: { ...session, dataIn } },
      strategy: 'session',
    });
  expect([ends('store'), ends('cookie')]).toEqual([true, false]);
});

test.each(['subdomain', 'path'] as const)(
  'a token’s cookie that is planted by %s is told as what it is, before the login’s and after',
  async (by) => {
    const actions: Action[] = [
      { type: 'plant', invented: true, by },
      { type: 'login' },
      { type: 'request', fold: true },
      { type: 'logout', fold: true },
      { type: 'end' },
    ];
    const origin = 'http://bank.localhost:3000';
    const { run: told, at } = await open(actions, { origin, token: { keptIn: 'cookie' } });
    expect(at(1).row.token.text).toBe('Attacker’s cookie is in the jar');
    expect(at(6).row.token.detail).toBe('cookie: 147 characters');
    expect(at(6).token.stage.client.kept).toHaveLength(2);
    expect(toPlainText(at(7).token.sentence)).toContain('the planted one');
    expect(toPlainText(at(8).token.sentence)).toContain('opens nothing');
    expect(at(told.lastStep).row.token.text).toBe('Planted token still in the jar');
    for (let step = 1; step <= told.lastStep; step++)
      expect(toPlainText(at(step).token.sentence)).not.toContain('still logged in');
  },
);

test('a stolen token of the user’s own that comes first is not called planted', async () => {
  const actions: Action[] = [
    LOGIN,
    { type: 'steal' },
    { type: 'plant', invented: true, by: 'subdomain' },
    { type: 'request', fold: true },
  ];
  const origin = 'http://bank.localhost:3000';
  const { at } = await open(actions, { origin, token: { keptIn: 'cookie' } });
  expect(at(4).token.badge.word).toMatch(/^Allowed/);
  expect(toPlainText(at(4).token.sentence)).not.toContain('planted');
});
