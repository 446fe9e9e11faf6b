import { describe, expect, test } from 'vitest';
import { listSettingDifferences } from '../../../src/lesson/texts/settings/changedSettings.ts';
import { listSettingsThatCount } from '../../../src/player/whatIf/settingsThatCount.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';

const walk = LOGIN_TO_LOGOUT.settings;

function matterOf(id: string): ReadonlySet<string> {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new Error(`no Scenario ${id}`);
  return listSettingsThatCount(scenario, walk);
}

test('the walk is about lifetimes, where things are kept, and what its logout does', () => {
  expect([...listSettingsThatCount(LOGIN_TO_LOGOUT, walk)]).toEqual([
    'dataIn',
    'cookieLifetime',
    'sessionLifetime',
    'secure',
    'destroyAtLogout',
    'clearCookieAtLogout',
    'tokenLifetime',
    'keptIn',
    'denyList',
    'credentials',
    'cors',
    'secureAuto',
  ]);
});

describe('what is done brings what stands for or against it', () => {
  test.each([
    ['stolen-then-logout', ['denyList', 'destroyAtLogout']],
    ['session-slides', ['rolling', 'leeway', 'absoluteLifetime']],
    ['reload-memory', ['browserSession', 'keptIn']],
  ])('%s', (id, names) => {
    for (const name of names) expect(matterOf(id)).toContain(name);
  });

  test.each([
    ['crossSite', ['sameSite', 'csrf', 'thirdPartyBlocked']],
    ['injectScript', ['httpOnly']],
    ['restart', ['secrets', 'expiresAtBoot', 'store', 'secretAtBoot']],
    ['forge', ['verifier']],
    ['rotateSecret', ['kid']],
    ['back', ['noStore']],
  ] as const)('%s', (type, names) => {
    const found = SCENARIOS.filter(({ actions }) => actions.some((one) => one.type === type));
    expect(found.length).toBeGreaterThan(0);
    for (const { id } of found) for (const name of names) expect(matterOf(id), id).toContain(name);
  });
});

test('what a Scenario has otherwise than the walk always counts', () => {
  expect(matterOf('lifetime-wrong-unit')).toContain('maxAgeInSeconds');
  expect(matterOf('token-grows')).toContain('payload');
  const folded = SCENARIOS.flatMap((scenario) => {
    const matter = listSettingsThatCount(scenario, walk);
    return listSettingDifferences(scenario.settings, walk)
      .map((path) => path.split('.').at(-1) ?? '')
      .filter((name) => name in { rolling: 1, sameSite: 1, keptIn: 1, denyList: 1, csrf: 1 })
      .filter((name) => !matter.has(name))
      .map((name) => `${scenario.id}: ${name}`);
  });
  expect(folded).toEqual([]);
});
