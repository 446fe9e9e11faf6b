import type { Action } from '../../src/sim/action.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import type { SessionSettings, Settings, TokenSettings } from '../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import type { Frame, Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';

export interface SettingsPatch extends Partial<Omit<Settings, 'user' | 'session' | 'token'>> {
  readonly user?: Partial<Settings['user']>;
  readonly session?: Partial<SessionSettings>;
  readonly token?: Partial<TokenSettings>;
}

/** The default settings with some of them changed. */
export const toSettings = ({ user, session, token, ...rest }: SettingsPatch = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  ...rest,
  user: { ...DEFAULT_SETTINGS.user, ...user },
  session: { ...DEFAULT_SETTINGS.session, ...session },
  token: { ...DEFAULT_SETTINGS.token, ...token },
});

/** A Scenario of these Actions; the walk's own when none are given. */
export const toScenario = (
  patch: SettingsPatch = {},
  actions: readonly Action[] = LOGIN_TO_LOGOUT.actions,
): Scenario => ({ ...LOGIN_TO_LOGOUT, settings: toSettings(patch), actions });

export const run = (actions: readonly Action[], patch: SettingsPatch = {}): Promise<Trace> =>
  runScenario(toScenario(patch, actions));

/** The walk, run with some settings changed. */
export const runWalk = (patch: SettingsPatch = {}): Promise<Trace> =>
  runScenario(toScenario(patch));

/** What was run, by its Scenario in JSON. */
const traces = new Map<string, Promise<Trace>>();
const toKey = (scenario: Scenario) =>
  JSON.stringify(scenario, (_, value) => (value === undefined ? '\0' : value));

/** Runs a Scenario, once for all who ask for the same: many laws are measured on the same random runs. */
export function runOnce(scenario: Scenario): Promise<Trace> {
  const key = toKey(scenario);
  const ran = traces.get(key) ?? runScenario(scenario);
  traces.set(key, ran);
  return ran;
}

export function getFrame({ frames }: Trace, step: number): Frame {
  const frame = frames.at(step);
  if (!frame) throw new RangeError(`no frame ${step}`);
  return frame;
}

/** Freezes a value and all that hangs on it, so that writing to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
