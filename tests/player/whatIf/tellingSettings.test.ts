import { describe, expect, test, vi } from 'vitest';
import type { SettingName } from '../../../src/lesson/texts/settingWords.ts';
import { listTellingSettings } from '../../../src/player/whatIf/tellingSettings.ts';
import { findParting } from '../../../src/sim/parting.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { SessionSettings, Settings, TokenSettings } from '../../../src/sim/settings.ts';
import { runScenario } from '../../../src/sim/trace.ts';

// Many short runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const list = (
  actions: Parameters<typeof listTellingSettings>[0],
  settings = LOGIN_TO_LOGOUT.settings,
) => listTellingSettings(actions, settings);

describe('the settings that matter', () => {
  test('are few in the walk', () => {
    expect([...list(LOGIN_TO_LOGOUT.actions)]).toEqual([
      ...['sessionLifetime', 'secure', 'destroyAtLogout', 'clearCookieAtLogout'],
      ...['tokenLifetime', 'keptIn', 'denyList'],
    ]);
  });

  test('follow from the Actions, and from the others', () => {
    const crossed = list([{ type: 'login' }, { type: 'crossSite', vehicle: 'form' }]);
    expect(crossed).toContain('sameSite');
    expect(crossed).toContain('csrf');
    expect(crossed).not.toContain('denyList');
    const { settings } = LOGIN_TO_LOGOUT;
    expect(list([], settings)).not.toContain('secondClockOffset');
    expect(list([], { ...settings, second: {} })).toContain('secondClockOffset');
  });
});

const session = (change: Partial<SessionSettings>) => (settings: Settings) => ({
  ...settings,
  session: { ...settings.session, ...change },
});
const token = (change: Partial<TokenSettings>) => (settings: Settings) => ({
  ...settings,
  token: { ...settings.token, ...change },
});

/** What a hand can do to the settings at once, by the field with which it is done. */
const TURNS: readonly (readonly [SettingName, (settings: Settings) => Settings])[] = [
  ...(
    [
      ...['rolling', 'httpOnly', 'saveUninitialized', 'regenerate', 'destroyAtLogout'],
      ...['clearCookieAtLogout', 'resave', 'countsVisits', 'copiesUser', 'endAllAtPasswordChange'],
    ] as (keyof SessionSettings & SettingName)[]
  ).map((name) => [name, (now: Settings) => session({ [name]: !now.session[name] })(now)] as const),
  ...(['denyList', 'comparesIat', 'noExp', 'checkTyp'] as const).map(
    (name) => [name, (now: Settings) => token({ [name]: !now.token[name] })(now)] as const,
  ),
  ['secure', session({ secure: true })],
  ['browserSession', session({ lifetime: null })],
  ['sessionLifetime', session({ lifetime: 60 })],
  ['tokenLifetime', token({ lifetime: 60 })],
  ['keptIn', token({ keptIn: 'cookie' })],
  ['keptIn', token({ keptIn: 'memory' })],
  ['sameSite', session({ sameSite: 'none' })],
  ['sameSite', session({ sameSite: 'strict' })],
  ['noStore', (now) => ({ ...now, noStore: !(now.noStore ?? true) })],
  ['csrf', (now) => ({ ...now, csrf: 'origin' })],
];

/** A run with a thousand logins takes its time, and is no other than one with few. */
const SLOW = ['thousand-users'];

test.each(SCENARIOS.filter(({ id }) => !SLOW.includes(id)))(
  'none that changes how $id comes out is folded away',
  async (scenario) => {
    const own = await runScenario(scenario);
    const shown = list(scenario.actions, scenario.settings);
    const folded: string[] = [];
    for (const [name, turn] of TURNS) {
      if (shown.has(name)) continue;
      const turned = await runScenario({ ...scenario, settings: turn(scenario.settings) });
      if (findParting(own, turned)) folded.push(name);
    }
    expect(folded).toEqual([]);
  },
);
