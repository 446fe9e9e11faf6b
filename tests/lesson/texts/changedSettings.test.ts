import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listSettingDifferences,
  readSettingAt,
  restoreSetting,
} from '../../../src/lesson/texts/settings/changedSettings.ts';
import {
  SETTING_PATHS,
  saySetting,
  toLeftOut,
} from '../../../src/lesson/texts/settings/settingDifferences.ts';
import { explainSetting } from '../../../src/lesson/texts/settings/settingMeaning.ts';
import { validateSettings } from '../../../src/sim/check/settings.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from '../../../src/sim/settings.ts';

const change = (part: object): Settings => {
  const checked = validateSettings(part);
  if ('errors' in checked) throw new RangeError(JSON.stringify(checked.errors));
  return checked.settings;
};
const say = (now: Settings, own = DEFAULT_SETTINGS) =>
  listSettingDifferences(now, own).map((path) => saySetting(readSettingAt(now, path)));

describe('the settings that differ', () => {
  test.each([
    [{ session: { secure: true } }, ['Secure on']],
    [{ session: { secure: 'auto' } }, ['secure: auto']],
    [{ payload: { plan: 'pro' } }, ['Payload {"plan":"pro"}']],
    [{ payload: { rights: 'é'.repeat(600), plan: 'x' } }, ['Payload rights and plan, 1,224 B']],
    [{ second: {} }, ['Two servers with the same secrets']],
    [
      { second: { ...SECOND_SECRETS, clockOffset: 90 } },
      [
        'Two servers; Server B: other session secrets, another token secret, and its clock 1 min 30 s ahead',
      ],
    ],
    [{ second: { clockOffset: -60 } }, ['Two servers; Server B: its clock 1 min behind']],
    [{ seed: 'tuesday' }, ['Random values from “tuesday”']],
    [{ token: { lifetime: 60 } }, ['Token lifetime: 1 min']],
    [{ session: { lifetime: null } }, ['Browser session']],
    [{ session: { sameSite: null } }, ['SameSite not set']],
    [
      { session: { sameSite: 'none' }, noStore: false },
      ['Cache-Control: no-store: off', 'SameSite None'],
    ],
    [{ session: { destroyAtLogout: false } }, ['Destroy record at logout: off']],
    [{ clockOffset: -90 }, ['Server’s clock: −1 min 30 s']],
    [{ token: { denyList: true, audience: 'shop' } }, ['Audience shop', 'Deny-list on']],
    [
      { tlsProxy: { tells: true, trusted: false }, origin: 'https://localhost:3000' },
      ['Address https://localhost:3000', 'Proxy that ends TLS: Not trusted'],
    ],
  ])('of %j', (part, told) => {
    expect(say(change(part))).toEqual(told);
  });

  test('are none where a setting is left out and was off', () => {
    const off = { token: { denyList: false, leeway: 0 }, noStore: true, sharedStore: false };
    expect(say(change(off))).toEqual([]);
    expect(say(DEFAULT_SETTINGS, change(off))).toEqual([]);
  });

  test('never say a secret or a password', () => {
    const hidden = 'never to be read by anybody';
    const now = change({
      session: { secrets: [hidden, hidden] },
      token: { secret: hidden },
      user: { password: hidden },
    });
    expect(say(now)).toEqual([
      'Another password',
      'Other session secrets (2 secrets)',
      'Another token secret',
    ]);
  });
});

test('every setting of every Scenario has its place, and words', () => {
  for (const { id, settings } of SCENARIOS) {
    const differences = listSettingDifferences(settings, DEFAULT_SETTINGS);
    const rebuilt = differences.reduce(
      (left, path) => restoreSetting(left, DEFAULT_SETTINGS, path),
      settings,
    );
    expect(rebuilt, id).toEqual(DEFAULT_SETTINGS);
    for (const text of [...say(settings), ...say(DEFAULT_SETTINGS, settings)]) {
      expect(text, id).toMatch(/^\S.*\S$/);
      expect(text, id).not.toMatch(/undefined|null|\[object|secret that/);
    }
  }
});

test('of two runs taken back one by one, in any order, nothing is left', () => {
  const anyScenario = fc.constantFrom(...SCENARIOS.map(({ settings }) => settings));
  fc.assert(
    fc.property(
      anyScenario,
      anyScenario,
      fc.shuffledSubarray([...SETTING_PATHS]),
      (a, b, order) => {
        let now = a;
        for (const path of order) now = restoreSetting(now, b, path);
        const left = listSettingDifferences(now, b);
        expect(left).toEqual(listSettingDifferences(a, b).filter((path) => !order.includes(path)));
      },
    ),
  );
});

test('what a switch means is true of it on and off', () => {
  const switches = SETTING_PATHS.filter((path) => {
    const { value } = readSettingAt(DEFAULT_SETTINGS, path);
    return (value ?? toLeftOut(path)) === true;
  });
  expect(switches.length).toBeGreaterThan(4);
  for (const path of switches) {
    const meaning = explainSetting(path, DEFAULT_SETTINGS);
    // An exercise says it of a run in which the switch is off.
    if (meaning !== null) expect(meaning, path).toMatch(/^Whether |\b(without|off)\b/i);
  }
});

test('where a question is asked a setting says what it is, and not what comes of it', () => {
  const { session } = DEFAULT_SETTINGS;
  const kinds: readonly Settings[] = [
    DEFAULT_SETTINGS,
    { ...DEFAULT_SETTINGS, session: { ...session, lifetime: null } },
    { ...DEFAULT_SETTINGS, session: { ...session, dataIn: 'cookie' } },
    { ...DEFAULT_SETTINGS, session: { ...session, dataIn: 'cookie', lifetime: null } },
  ];
  const given = kinds.flatMap((settings) =>
    SETTING_PATHS.map((path) => explainSetting(path, settings) ?? ''),
  );
  const comes = /\b(forgets|lost|nor does it|ends? with|go(es)? on|stays?|still|never|accept)\b/;
  expect(given.filter((text) => comes.test(text))).toEqual([]);
});
