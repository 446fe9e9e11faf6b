import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { readMissedClearing } from '../../../src/lesson/read/held/clearing.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { run } from '../../sim/runs.ts';

const HTTP = 'http://bank.localhost:3000';
const HTTPS = 'https://bank.localhost:3000';
const WITH = { cookieDomain: 'bank.localhost' };
const IN_COOKIE: SettingsChange['token'] = { keptIn: 'cookie' };

/** What is said of the clearing after a login and a logout, in both lanes. */
async function read(change: SettingsChange, actions: readonly Action['type'][] = ['logout']) {
  const all = ['login', ...actions].map((type) => ({ type, fold: true }) as Action);
  const trace = await run(all, changeSettings({ token: IN_COOKIE, ...change }));
  const [frame] = trace.frames.slice(-1);
  if (!frame) throw new Error('there is no last step');
  const step = readStep(trace, frame);
  const toWhy = (lane: Strategy) => readMissedClearing(step[lane])?.why ?? null;
  return [toWhy('session'), toWhy('token')];
}

test.each<[string, SettingsChange, readonly (string | null)[]]>([
  ['nothing, without Domain', { origin: HTTP }, [null, null]],
  ['a Domain that is not said', { origin: HTTP, session: WITH }, ['domain', 'domain']],
  [
    'nothing, where it is said',
    { origin: HTTP, session: { ...WITH, clearsWithAttributes: true } },
    [null, null],
  ],
  [
    'a promise that is not kept, by the one that has the name',
    { origin: HTTPS, session: { cookieName: '__Host-sid', secure: true } },
    ['prefix', null],
  ],
  [
    'nothing, where no cookie came',
    { origin: HTTP, session: { cookieDomain: 'shop.localhost' } },
    [null, null],
  ],
  ['nothing, where none is cleared', { session: { clearCookieAtLogout: false } }, [null, null]],
  [
    'that the page is of another site',
    {
      origin: HTTPS,
      session: { sameSite: 'none', secure: true },
      frontEnd: { origin: 'https://shop.test', credentials: 'include', cors: 'credentials' },
    },
    ['other', 'other'],
  ],
])('a logout misses the cookie by %s', async (_what, change, why) => {
  expect(await read(change)).toEqual(why);
});

test('a logout after a new version misses the older cookie, and so does one everywhere', async () => {
  const session = { nextCookieDomain: 'bank.localhost', clearsWithAttributes: true };
  for (const last of ['logout', 'logoutEverywhere'] as const) {
    const why = await read({ origin: HTTP, session }, ['restart', last]);
    expect(why).toEqual(last === 'logout' ? ['domain', 'domain'] : [null, 'domain']);
  }
});

test.each(['logout', 'logoutEverywhere', 'changePassword'] as const)(
  'who deletes one of two cookies of a name is said to keep the other: %s',
  async (type) => {
    const login: Action = { type: 'login', fold: true };
    const settings = changeSettings({
      origin: HTTP,
      session: { ...WITH, nextCookieDomain: '', endAllAtPasswordChange: true },
      token: IN_COOKIE,
    });
    const actions: readonly Action[] = [login, { type: 'restart' }, login, { type, fold: true }];
    const trace = await run([...actions, { type: 'request', fold: true }], settings);
    const { at } = openTelling(trace);
    const { token, row } = at(4);
    const said = toPlainText(token.sentence);
    // A changed password clears no token's cookie.
    const isKept = type !== 'changePassword';
    expect(said.includes('keeps another one of the same name')).toBe(isKept);
    if (type !== 'logout') return;
    expect(row.token.text).toBe('Client requests logout, cookie stays');
    expect(token.badge.word).toBe('Cookie stays 204');
    expect(said).toContain('is still logged in');
    expect(at(5).row.token.text).toBe('Token accepted, access granted');
  },
);
