import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { sayFault } from '../../src/lesson/texts/faults.ts';
import type { Action } from '../../src/sim/action.ts';
import { toBase64url } from '../../src/sim/bytes/base64.ts';
import type { JsonObject } from '../../src/sim/bytes/json.ts';
import type { Problem } from '../../src/sim/check/problem.ts';
import type { Run } from '../../src/sim/runs/run.ts';
import type { OpenedRun } from '../../src/sim/runs/runFile.ts';
import {
  formatRunAddress,
  formatRunFile,
  MAX_ADDRESS_CHARS,
  parseRunAddress,
} from '../../src/sim/runs/runFile.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import type { Settings } from '../../src/sim/settings.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from '../../src/sim/settings.ts';
import { anyDesign } from '../conformance/randomSettings.ts';
import { anyAction, anySettings, withoutStoreOnly } from './arbitraries.ts';
import type { SettingsPatch } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const find = (id: string) => SCENARIOS.find((one) => one.id === id) as Scenario;
const GROWN = find('token-grows');
const TWO = find('two-servers-different-secrets');

const toHash = (value: unknown) =>
  toBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
const fromHash = (value: string) => Buffer.from(value, 'base64url').toString();

/** Opens the address of a run beside a Scenario. */
function reopen(run: Run, scenario: Settings): OpenedRun {
  const address = formatRunAddress(run, scenario);
  const opened = parseRunAddress(address ?? '', scenario);
  if ('errors' in opened) throw new Error(JSON.stringify([address, opened.errors]));
  return opened.run;
}

/** Settings as they come back: with the Scenario's secrets, and the demo's where a second server has others. */
function withoutSecrets(settings: Settings, scenario: Settings): Settings {
  const { session, token, user, second } = settings;
  const { sessionSecrets, tokenSecret, ...rest } = second ?? {};
  const others = {
    ...(sessionSecrets && !isDeepStrictEqual(sessionSecrets, session.secrets)
      ? { sessionSecrets: SECOND_SECRETS.sessionSecrets }
      : {}),
    ...(tokenSecret && tokenSecret !== token.secret
      ? { tokenSecret: SECOND_SECRETS.tokenSecret }
      : {}),
  };
  return {
    ...settings,
    session: { ...session, secrets: scenario.session.secrets },
    token: { ...token, secret: scenario.token.secret },
    user: { ...user, password: scenario.user.password },
    ...(second && { second: { ...rest, ...others } }),
  };
}

/** What each server signs with, and the password. */
const listSecrets = ({ session, token, user, second }: Settings) => [
  ...[session.secrets, token.secret, user.password],
  ...[second?.sessionSecrets ?? session.secrets, second?.tokenSecret ?? token.secret],
];

/** Stands for the payload's text field, emptied. */
const NO_PAYLOAD: JsonObject = {};

/** Somebody may type one of the demo's, too. */
const typedSecret = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 12, maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...DEFAULT_SETTINGS.session.secrets,
      DEFAULT_SETTINGS.token.secret,
      ...SECOND_SECRETS.sessionSecrets,
      SECOND_SECRETS.tokenSecret,
    ),
  },
);

/** What the form of the settings can change. */
const formChange: fc.Arbitrary<SettingsPatch> = fc.record(
  {
    session: fc.record(
      {
        dataIn: fc.constantFrom('store' as const, 'store' as const, 'cookie' as const),
        lifetime: fc.constantFrom(null, 1, 60, 900),
        sameSite: fc.constantFrom(null, 'lax' as const, 'strict' as const, 'none' as const),
        rolling: fc.boolean(),
        secure: fc.boolean(),
        httpOnly: fc.boolean(),
        saveUninitialized: fc.boolean(),
        regenerate: fc.boolean(),
        destroyAtLogout: fc.boolean(),
        clearCookieAtLogout: fc.boolean(),
        secrets: fc.array(typedSecret, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    token: fc.record(
      {
        lifetime: fc.constantFrom(1, 60, 900),
        leeway: fc.constantFrom(0, 30),
        keptIn: fc.constantFrom('memory' as const, 'localStorage' as const, 'cookie' as const),
        denyList: fc.boolean(),
        secret: typedSecret,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    payload: fc.constantFrom<JsonObject[]>(
      NO_PAYLOAD,
      {},
      { theme: 'dark', null: null, token: { lifetime: 1 } },
    ),
  },
  { requiredKeys: ['session', 'token'] },
);

function change(settings: Settings, { session, token, payload }: SettingsPatch): Settings {
  const { payload: old, ...rest } = settings;
  const kept = payload === NO_PAYLOAD ? undefined : (payload ?? old);
  return {
    ...rest,
    session: { ...settings.session, ...session },
    token: { ...settings.token, ...token },
    ...(kept && { payload: kept }),
  };
}

/** Any design, with secrets so long that they are nowhere by chance. */
const plainDesign = anyDesign.map((design): Settings => {
  const { session, token, user } = DEFAULT_SETTINGS;
  return {
    ...design,
    session: { ...design.session, secrets: session.secrets },
    token: { ...design.token, secret: token.secret },
    user: { ...design.user, password: user.password },
  };
});

/** Designs with all that is known of a second server. */
const anyOfTwo = fc
  .record({
    design: plainDesign,
    tokenAudience: fc.constantFrom('billing', 'shop'),
    clockOffset: fc.constantFrom(undefined, 0, 90),
    nextCookieDomain: fc.constantFrom('', 'bank.test'),
  })
  .map(({ design, nextCookieDomain, ...second }): Settings => {
    const session = { ...design.session, nextCookieDomain };
    return { ...design, second, session: design.session.dataIn ? design.session : session };
  });

/** A what-if of any Scenario: by the form, or by a file with any settings. */
const anyWhatIf = fc
  .record({
    scenario: fc.constantFrom(...SCENARIOS),
    formed: formChange,
    filed: fc.option(fc.oneof(anySettings, plainDesign, anyOfTwo), { freq: 3 }),
    actions: fc.array(anyAction, { maxLength: 12 }),
    shared: fc.nat(10),
  })
  .map(({ scenario, formed, filed, actions, shared }) => {
    const { csrf, ...rest } = withoutStoreOnly(change(filed ?? scenario.settings, formed));
    const isNeedless = csrf === 'token' && rest.session.dataIn === 'cookie';
    const settings: Settings = csrf && !isNeedless ? { ...rest, csrf } : rest;
    const own = [...scenario.actions.slice(0, shared), ...actions].filter(
      (action) => settings.second || !('server' in action && action.server === 'server2'),
    );
    return { scenario: scenario.settings, run: { settings, actions: own } };
  });

test('any what-if of any Scenario opens again from its address, but for its own secrets', () => {
  let long = 0;
  fc.assert(
    fc.property(anyWhatIf, ({ scenario, run }) => {
      const address = formatRunAddress(run, scenario);
      if (address === null) {
        long += 1;
        return;
      }
      expect(address.length).toBeLessThanOrEqual(MAX_ADDRESS_CHARS);
      const { hadOwnSecrets, ...opened } = reopen(run, scenario);
      expect(opened).toEqual({ ...run, settings: withoutSecrets(run.settings, scenario) });
      const [before, after] = [run.settings, opened.settings].map(listSecrets);
      expect(hadOwnSecrets).toBe(!isDeepStrictEqual(before, after));
      const text = fromHash(address);
      for (const secret of before?.flat() ?? []) expect(text).not.toContain(JSON.stringify(secret));
    }),
    { numRuns: 1000 },
  );
  // Only a long payload of one's own is too long for an address.
  expect(long).toBeLessThan(300);
});

describe.each(SCENARIOS)('the address of a what-if of $id', ({ settings, actions }) => {
  test('has room for one more Action, and says nothing of the settings', () => {
    const run = { settings, actions: [...actions, { type: 'request' } as const] };
    const address = formatRunAddress(run, settings);
    expect(address?.length).toBeLessThanOrEqual(MAX_ADDRESS_CHARS);
    expect(JSON.parse(fromHash(address ?? '')).settings).toEqual({});
    expect(reopen(run, settings)).toEqual({ ...run, hadOwnSecrets: false });
  });

  test('can take every setting of the Scenario back to the walk’s', () => {
    const run = { settings: DEFAULT_SETTINGS, actions: [] };
    expect(reopen(run, settings)).toEqual({ ...run, hadOwnSecrets: false });
  });

  test('can have the settings of any other Scenario', () => {
    for (const other of SCENARIOS) {
      const run = { settings: other.settings, actions: [] };
      if (formatRunAddress(run, settings) === null) {
        expect(JSON.stringify(other.settings.payload).length).toBeGreaterThan(2800);
      } else expect(reopen(run, settings)).toEqual({ ...run, hadOwnSecrets: false });
    }
  });
});

test('an older address that has `null` for no Domain after a restart is read as one', () => {
  const shared = { authtrace: 1, settings: { session: { nextCookieDomain: null } }, actions: [] };
  const read = parseRunAddress(toHash(shared), DEFAULT_SETTINGS);
  expect('run' in read && read.run.settings.session.nextCookieDomain).toBe('');
});

test('a file says all settings, wherever it is opened', () => {
  expect(formatRunFile(GROWN)).toContain('project-00000');
});

/** Says a problem as the page does. */
const readTold = ({ path, fault }: Problem) => `${path}: ${sayFault(fault)}`;

describe('the secrets of a Scenario', () => {
  test('come back with it, and are not written', () => {
    const { settings, actions } = TWO;
    const address = formatRunAddress({ settings, actions }, settings) ?? '';
    expect(fromHash(address)).not.toContain('demo secret');
    expect(reopen({ settings, actions }, settings).settings.second).toEqual(SECOND_SECRETS);
    const random = find('restart-random-secret');
    expect(reopen(random, random.settings).settings.secretAtBoot).toBe('random');
  });

  test('of the second server stay another’s when they were one’s own', () => {
    const second = { sessionSecrets: ['my own'], tokenSecret: 'my own too' };
    const run: Run = { settings: { ...TWO.settings, second }, actions: [] };
    expect(reopen(run, TWO.settings)).toMatchObject({
      settings: { second: SECOND_SECRETS },
      hadOwnSecrets: true,
    });
    const plain: Run = { settings: { ...TWO.settings, second: { clockOffset: 3 } }, actions: [] };
    expect(reopen(plain, TWO.settings).settings.second).toEqual({ clockOffset: 3 });
  });
});

describe('a payload that repeats one’s own secret', () => {
  const withSecret = (payload: Settings['payload']): Settings => {
    const { payload: _, ...rest } = GROWN.settings;
    const token = { ...rest.token, secret: 'project-00001' };
    return { ...rest, token, ...(payload && { payload }) };
  };
  test('does not come back, nor does the Scenario’s instead', () => {
    const run = { settings: withSecret({ note: 'project-00001!' }), actions: [] };
    expect(fromHash(formatRunAddress(run, GROWN.settings) ?? '')).not.toContain('project');
    expect(reopen(run, GROWN.settings).settings).not.toHaveProperty('payload');
  });

  test('comes back when it is the Scenario’s own, which everybody knows', () => {
    const run = { settings: withSecret(GROWN.settings.payload), actions: [] };
    expect(fromHash(formatRunAddress(run, GROWN.settings) ?? '')).not.toContain('project');
    expect(reopen(run, GROWN.settings)).toEqual({
      settings: GROWN.settings,
      actions: [],
      hadOwnSecrets: true,
    });
  });
});

describe('an address that this page did not write', () => {
  const ask = (settings: unknown, { settings: known }: Scenario = TWO) =>
    parseRunAddress(toHash({ authtrace: 1, settings, actions: [] }), known);

  test.each<[string, unknown, string]>([
    ['takes away what every run has', { session: null }, 'settings.session'],
    ['takes a member away that every run has', { token: { lifetime: null } }, 'settings.token.'],
    ['takes the origin away', { origin: null }, 'settings.origin'],
    ['takes away what the Scenario has not', { payload: null }, 'settings.payload'],
    ['takes away what there is not', { constructor: null }, 'settings.constructor'],
    ['takes away inside of a list', { token: [null] }, 'settings.token'],
    ['takes away inside of the second server', { second: { clockOffset: null } }, '.clockOffset'],
    ['adds what there is not', { nothing: 1 }, 'settings.nothing'],
  ])('and that %s is told', (_name, settings, path) => {
    const read = ask(settings);
    expect('errors' in read && read.errors[0]?.path).toContain(path);
  });

  test.each([
    ['the prototype', '{"authtrace":1,"settings":{"__proto__":null},"actions":[]}'],
    ['a prototype inside', '{"authtrace":1,"settings":{"token":{"__proto__":null}},"actions":[]}'],
    ['a prototype', '{"authtrace":1,"settings":{"__proto__":{"second":1}},"actions":[]}'],
    [
      'a prototype in the payload',
      '{"authtrace":1,"settings":{"payload":{"__proto__":{}}},"actions":[]}',
    ],
  ])('and that names %s is told', (_name, text) => {
    const read = parseRunAddress(toHash(text), TWO.settings);
    expect('errors' in read && read.errors.map(readTold).join()).toContain('__proto__');
    expect({}).not.toHaveProperty('second');
  });

  test('and that is deep, huge or of another version is told', () => {
    const deep = `{"authtrace":1,"settings":${'{"a":'.repeat(60)}1${'}'.repeat(60)},"actions":[]}`;
    const texts = [toHash(deep), 'A'.repeat(MAX_ADDRESS_CHARS + 1), toHash({ authtrace: 2 })];
    const paths = texts.map((text) => {
      const read = parseRunAddress(text, GROWN.settings);
      return 'errors' in read && read.errors.map((error) => error.path);
    });
    expect(paths).toEqual([[''], [''], ['authtrace']]);
  });

  test('and that takes the second server away keeps no Action for it', () => {
    const onSecond: Action = { type: 'login', server: 'server2' };
    const text = { authtrace: 1, settings: { second: null }, actions: [onSecond] };
    expect(parseRunAddress(toHash(text), TWO.settings)).toMatchObject({
      errors: [{ path: 'actions[0].server' }],
    });
  });

  test('leaves the Scenario as it was, and its secrets in use', () => {
    const before = JSON.stringify(TWO);
    const secrets = {
      session: { secrets: ['x'] },
      token: { secret: 'x' },
      user: { password: 'x' },
    };
    expect(ask({ ...secrets, second: { tokenSecret: 'x' }, sharedStore: null })).toMatchObject({
      run: { settings: { session: TWO.settings.session, token: TWO.settings.token, second: {} } },
    });
    expect(JSON.stringify(TWO)).toBe(before);
  });

  test('never makes anything throw', () => {
    const names = ['user', 'session', 'token', 'second', 'payload', 'kid', 'store', '__proto__'];
    const settings = fc.oneof(
      fc.jsonValue(),
      fc.object({ key: fc.constantFrom(...names), values: [fc.constant(null), fc.jsonValue()] }),
    );
    fc.assert(
      fc.property(settings, fc.constantFrom(...SCENARIOS), (value, scenario) => {
        const read = ask(value, scenario);
        expect('run' in read || read.errors.length > 0).toBe(true);
      }),
    );
  });
});
