import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../src/sim/bytes/base64.ts';
import type { Run } from '../../src/sim/runs/run.ts';
import { WRONG_PASSWORD } from '../../src/sim/runs/run.ts';
import {
  formatRunAddress,
  formatRunFile,
  MAX_ADDRESS_CHARS,
  MAX_FILE_CHARS,
  parseRunAddress,
  parseRunFile,
} from '../../src/sim/runs/runFile.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import type { Settings } from '../../src/sim/settings.ts';
import { DEFAULT_SETTINGS, SECOND_SECRETS } from '../../src/sim/settings.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';

const toHash = (value: unknown) =>
  toBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));

/** Opens a run again by both ways. */
function reopen(run: Run, scenario = DEFAULT_SETTINGS) {
  const file = parseRunFile(formatRunFile(run));
  const address = formatRunAddress(run, scenario);
  if (address !== null) expect(parseRunAddress(address, scenario)).toEqual(file);
  return file;
}

test.each(SCENARIOS)('$id opens again as it was', async ({ settings, actions }) => {
  const opened = reopen({ settings, actions }, settings);
  if ('errors' in opened) throw new Error(JSON.stringify(opened.errors));
  const { run } = opened;
  expect(run).toEqual({ settings, actions, hadOwnSecrets: false });
  const about = { id: 'again', title: '', question: '' };
  const [again, first] = [
    await runScenario({ ...about, settings: run.settings, actions: run.actions }),
    await runScenario({ ...about, settings, actions }),
  ];
  expect(again).toEqual(first);
});

test('any run opens again, but for its secrets; and no secret is in what is shared', () => {
  fc.assert(
    fc.property(anyRun(20), (run) => {
      const opened = reopen(run);
      if ('errors' in opened) throw new Error(JSON.stringify(opened.errors));
      const { user, session, token, second, ...rest } = run.settings;
      const { settings, actions, hadOwnSecrets } = opened.run;
      expect(actions).toEqual(run.actions);
      expect(hadOwnSecrets).toBe(true);
      expect(settings).toEqual({
        ...rest,
        user: { ...user, password: DEFAULT_SETTINGS.user.password },
        session: { ...session, secrets: DEFAULT_SETTINGS.session.secrets },
        token: { ...token, secret: DEFAULT_SETTINGS.token.secret },
        ...(second && { second: settings.second }),
      });
      expect(settings.second?.clockOffset).toBe(second?.clockOffset);
    }),
  );
});

const SECRET = 'my very own secret of production';
const own: Run = {
  settings: {
    ...DEFAULT_SETTINGS,
    session: { ...DEFAULT_SETTINGS.session, secrets: [SECRET] },
    token: { ...DEFAULT_SETTINGS.token, secret: SECRET },
    user: { ...DEFAULT_SETTINGS.user, password: 'hunter22' },
    second: { sessionSecrets: [`${SECRET} 2`], tokenSecret: `${SECRET} 3` },
    payload: { note: `the secret is ${SECRET}` },
  },
  actions: [
    { type: 'login', password: 'hunter22' },
    { type: 'login', password: 'hunter23' },
  ],
};

test('neither secrets nor passwords nor a payload that repeats one is shared', () => {
  const file = formatRunFile(own);
  expect(file).not.toMatch(/production|hunter/);
  const opened = reopen(own);
  expect(opened).toMatchObject({
    run: {
      hadOwnSecrets: true,
      settings: { user: { password: DEFAULT_SETTINGS.user.password } },
      actions: [{ type: 'login' }, { type: 'login', password: WRONG_PASSWORD }],
    },
  });
  if ('run' in opened) {
    expect(opened.run.settings.payload).toBeUndefined();
    // They were different from the first server's, and are again.
    expect(opened.run.settings.second?.tokenSecret).not.toBe(opened.run.settings.token.secret);
  }
});

describe('secrets that somebody put into a run by hand', () => {
  const demo = DEFAULT_SETTINGS;
  const two = { ...demo, second: SECOND_SECRETS };
  const open = (settings: unknown, known: Settings, more: object = {}) => {
    const value = { authtrace: 1, ...more, settings, actions: [] };
    return [parseRunFile(JSON.stringify(value)), parseRunAddress(toHash(value), known)];
  };

  test.each<[string, object]>([
    ['session secrets', { session: { secrets: [SECRET] } }],
    ['one more session secret', { session: { secrets: [...demo.session.secrets, SECRET] } }],
    ['something else as session secrets', { session: { secrets: null } }],
    ['a token secret', { token: { secret: SECRET } }],
    ['a password', { user: { password: 'hunter22' } }],
    ['a second server’s session secrets', { second: { sessionSecrets: [SECRET] } }],
    ['a second server’s token secret', { second: { tokenSecret: SECRET } }],
    ['the second server’s secret for the first', { token: { secret: SECOND_SECRETS.tokenSecret } }],
  ])('%s: it is not taken, and said', (_name, settings) => {
    for (const read of open(settings, demo)) {
      const { session, token, user } = demo;
      expect(read).toMatchObject({
        run: { hadOwnSecrets: true, settings: { session, token, user } },
      });
      expect(JSON.stringify(read)).not.toMatch(/production|hunter/);
    }
  });

  test('what is in use anyway is not worth a word', () => {
    const same = {
      session: { secrets: demo.session.secrets },
      token: { secret: demo.token.secret },
      user: { password: demo.user.password },
      second: { sessionSecrets: demo.session.secrets, tokenSecret: demo.token.secret },
    };
    for (const read of open(same, two))
      expect(read).toMatchObject({ run: { hadOwnSecrets: false } });
    const [, address] = open({ token: { lifetime: 60 } }, two);
    expect(address).toMatchObject({ run: { hadOwnSecrets: false } });
    for (const read of open({}, demo, { ownSecrets: true }))
      expect(read).toMatchObject({ run: { hadOwnSecrets: true } });
  });

  test('demo secrets in another place than the demo has them are told when they are saved, too', () => {
    const token = { ...demo.token, secret: SECOND_SECRETS.tokenSecret };
    const secrets = [...demo.session.secrets, ...SECOND_SECRETS.sessionSecrets];
    for (const settings of [
      { ...demo, token },
      { ...two, session: { ...demo.session, secrets } },
    ])
      expect(reopen({ settings, actions: [] })).toMatchObject({ run: { hadOwnSecrets: true } });
    expect(reopen({ settings: two, actions: [] })).toMatchObject({ run: { hadOwnSecrets: false } });
  });
});

test('a file names the Scenario that its run began at', () => {
  const { id, settings, actions } = LOGIN_TO_LOGOUT;
  const named = parseRunFile(formatRunFile({ settings, actions }, id));
  expect(named).toMatchObject({ run: { actions }, scenarioId: id });
  expect(parseRunFile(formatRunFile({ settings, actions }))).not.toHaveProperty('scenarioId');
  const strange = JSON.stringify({ authtrace: 1, scenario: {}, actions: [] });
  expect(parseRunFile(strange)).toMatchObject({ errors: [{ path: 'scenario' }] });
});

test('a run too long for an address is for a file', () => {
  const actions = Array.from({ length: 300 }, () => ({ type: 'request' }) as const);
  const run = { settings: DEFAULT_SETTINGS, actions };
  expect(formatRunAddress(run, DEFAULT_SETTINGS)).toBeNull();
  expect(parseRunFile(formatRunFile(run))).toMatchObject({ run: { actions } });
  const sixty = { settings: DEFAULT_SETTINGS, actions: actions.slice(0, 60) };
  const address = formatRunAddress(sixty, DEFAULT_SETTINGS);
  expect(address?.length).toBeLessThanOrEqual(MAX_ADDRESS_CHARS);
});

describe('what is no run', () => {
  const start = { authtrace: 1, settings: {}, actions: [] };
  test.each([
    ['nothing', '', 'position'],
    ['half of one', formatRunFile(LOGIN_TO_LOGOUT).slice(0, 50), 'position'],
    ['a number', '1', 'noRun'],
    ['another version', JSON.stringify({ ...start, authtrace: 2 }), 'authtrace'],
    ['no actions', JSON.stringify({ ...start, actions: undefined }), 'actions'],
    ['a strange action', JSON.stringify({ ...start, actions: [{ type: 'x' }] }), 'actions[0].type'],
    ['a strange setting', JSON.stringify({ ...start, settings: { a: 1 } }), 'settings.a'],
    [
      'a second server that is not there',
      JSON.stringify({ ...start, actions: [{ type: 'request', server: 'server2' }] }),
      'actions[0].server',
    ],
    ['a prototype', '{"authtrace":1,"settings":{"__proto__":{"a":1}},"actions":[]}', '__proto__'],
    ['too deep a nest', `${'['.repeat(40)}${']'.repeat(40)}`, 'position'],
    ['too long a file', ' '.repeat(MAX_FILE_CHARS + 1), 'fileTooLong'],
  ])('%s is told', (_name, text, mark) => {
    const read = parseRunFile(text);
    expect(JSON.stringify(read)).toContain(mark);
    expect('errors' in read && read.errors.length > 0).toBe(true);
  });

  test('no text of a file and no value in an address throws', () => {
    const texts = fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [
          parseRunFile(text),
          parseRunAddress(text, DEFAULT_SETTINGS),
          parseRunAddress(toHash(text), DEFAULT_SETTINGS),
        ])
          expect('run' in read || read.errors.length > 0).toBe(true);
      }),
    );
    const spoilt = fc.record({
      authtrace: fc.constant(1),
      settings: fc.oneof(
        fc.jsonValue(),
        fc.record({ session: fc.jsonValue(), second: fc.jsonValue() }),
      ),
      actions: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.record({ type: fc.string(), seconds: fc.jsonValue() })),
      ),
    });
    fc.assert(
      fc.property(spoilt, (value) => {
        const read = parseRunFile(JSON.stringify(value));
        expect('run' in read || read.errors.length > 0).toBe(true);
      }),
    );
  });
});
