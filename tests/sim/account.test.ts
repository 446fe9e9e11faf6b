import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { isUsersClient } from '../../src/sim/actors.ts';
import { validateActions } from '../../src/sim/check/actions.ts';
import { formatRunFile, parseRunFile } from '../../src/sim/runs/runFile.ts';
import { listRecords } from '../../src/sim/session/store.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { getStore } from '../../src/sim/state.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';
import { run, toScenario, toSettings } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const fold = true;
const LOGIN: Action = { type: 'login', fold };
const CHANGE: Action = { type: 'changePassword' };
const EVERYWHERE: Action = { type: 'logoutEverywhere' };
const second: Action = { type: 'wait', seconds: 1 };

const readLast = ({ frames }: Pick<Trace, 'frames'>, lane: Strategy) => {
  const last = frames.at(-1);
  if (!last) throw new RangeError('a run without frames');
  return last[lane].outcome;
};

/** Everybody who could ask for a page after a run: the user's browsers, and the attacker. */
function listVisits({ frames }: Trace, lane: Strategy): readonly Action[] {
  const { clients } = frames.at(-1)?.[lane].state ?? { clients: {} };
  const browsers = Object.keys(clients).filter(isUsersClient);
  return [
    ...browsers.map((client): Action => ({ type: 'request', client, fold })),
    { type: 'request', client: 'attacker', fold },
    { type: 'replay', fold },
  ];
}

describe('a changed password', () => {
  test('is the one that is right from then on, and the old one is wrong', async () => {
    const trace = await run([LOGIN, CHANGE, { ...LOGIN, old: true }]);
    const [old, next] = [trace, await extendTrace(trace, LOGIN)];
    for (const lane of STRATEGIES) {
      expect(readLast(old, lane)).toMatchObject({ status: 401, failure: 'wrongPassword' });
      expect(readLast(next, lane)).toMatchObject({ status: 200, failure: null });
    }
  });

  test('of nobody changes nothing', async () => {
    const trace = await run([CHANGE, { ...LOGIN, old: true }]);
    const { session, token } = trace.frames[1] ?? {};
    expect(session?.outcome).toMatchObject({ status: 401, failure: 'cookieMissing' });
    expect(token?.outcome).toMatchObject({ status: 401, failure: 'tokenMissing' });
    for (const lane of STRATEGIES) expect(readLast(trace, lane).status).toBe(200);
  });

  test('lets in whom it let in before, where nothing ends what is out', async () => {
    let tried = 0;
    const holds = fc.asyncProperty(anyRun(10), async ({ settings, actions }) => {
      const { comparesIat: _, ...token } = settings.token;
      const session = { ...settings.session, endAllAtPasswordChange: false };
      const before = await runScenario({
        ...toScenario(),
        ...{ actions, settings: { ...settings, session, token } },
      });
      const after = await extendTrace(before, CHANGE);
      for (const lane of STRATEGIES) {
        for (const visit of listVisits(before, lane)) {
          const [then, now] = [await extendTrace(before, visit), await extendTrace(after, visit)];
          expect(readLast(now, lane).allowed).toBe(readLast(then, lane).allowed);
          if (readLast(after, lane).failure === null && readLast(now, lane).allowed) tried += 1;
        }
      }
    });
    // Not by luck: of random runs few log anybody in who is in at the end.
    const logsIn = { settings: toScenario().settings, actions: [LOGIN] };
    await fc.assert(holds, { numRuns: 150, examples: [[logsIn]] });
    expect(tried).toBeGreaterThan(0);
  });
});

/** What ends all that is out, one lane each, with what it takes there. */
const ENDING: readonly (readonly [Strategy, Action])[] = [
  ['session', CHANGE],
  ['session', EVERYWHERE],
  ['token', CHANGE],
  ['token', EVERYWHERE],
];

test.each(ENDING)('in the %s lane nobody gets in after %o where it ends all', async (lane, end) => {
  let ended = 0;
  const holds = fc.asyncProperty(anyRun(10), async ({ settings: any, actions }) => {
    // A second server with a store, a secret or a clock of its own is out of the first one's reach.
    const { second: _, clockOffset: _c, ...settings } = any;
    const session = { ...settings.session, endAllAtPasswordChange: true };
    const token = { ...settings.token, comparesIat: true };
    const scenario = {
      ...toScenario(),
      settings: { ...settings, session, token },
      actions: [
        LOGIN,
        ...actions.filter((one) => !('server' in one) || one.server !== 'server2'),
        second,
      ],
    };
    const trace = await extendTrace(await runScenario(scenario), end);
    if (readLast(trace, lane).failure !== null) return;
    ended += 1;
    for (const visit of listVisits(trace, lane)) {
      const asked = readLast(await extendTrace(trace, visit), lane);
      expect(asked.allowed, JSON.stringify(visit)).not.toBe(true);
    }
    const refreshed = readLast(await extendTrace(trace, { type: 'refresh', fold }), lane);
    expect(refreshed.allowed).not.toBe(true);
  });
  const plain = { settings: toScenario().settings, actions: [] };
  await fc.assert(holds, { numRuns: 150, examples: [[plain]] });
  expect(ended).toBeGreaterThan(0);
});

test.each([[CHANGE], [EVERYWHERE]])('who logs in after %o gets in', async (end) => {
  const { frames } = await run([LOGIN, second, end, LOGIN, { type: 'request', fold }], {
    session: { endAllAtPasswordChange: true },
    token: { comparesIat: true },
  });
  for (const lane of STRATEGIES) expect(readLast({ frames }, lane).status).toBe(200);
});

test('iat counts whole seconds: a token of the very second goes on', async () => {
  const phone: Action = { type: 'login', client: 'phone', fold };
  const ask: Action = { type: 'request', client: 'phone', fold };
  const settings = { token: { comparesIat: true } };
  const at = await run([LOGIN, phone, EVERYWHERE, ask], settings);
  const later = await run([LOGIN, phone, second, EVERYWHERE, ask], settings);
  expect(readLast(at, 'token').failure).toBe(null);
  expect(readLast(later, 'token').failure).toBe('tokenOutdated');
});

test('without a look-up a logout everywhere reaches no other token, but the refresh tokens', async () => {
  const phone: Action = { type: 'login', client: 'phone', fold };
  const actions = [LOGIN, phone, second, EVERYWHERE];
  const plain = await run(actions);
  const refreshing = await run(actions, { token: { refreshLifetime: 600 } });
  for (const trace of [plain, refreshing]) {
    const asked = await extendTrace(trace, { type: 'request', client: 'phone', fold });
    expect(readLast(asked, 'token').status).toBe(200);
  }
  const refreshed = await extendTrace(refreshing, { type: 'refresh', client: 'phone', fold });
  expect(readLast(refreshed, 'token').failure).toBe('refreshUnknown');
});

test('the records of others stay', async () => {
  const settings = toSettings({ session: { saveUninitialized: true } });
  const actions: Action[] = [
    { type: 'request', client: 'attacker', fold },
    LOGIN,
    { type: 'login', client: 'phone', fold },
    EVERYWHERE,
  ];
  const { frames } = await runScenario({ ...toScenario(), settings, actions });
  const { state, messages } = frames.at(-1)?.session ?? { messages: [] };
  const left = state ? listRecords(getStore(state, 'sessionStore')) : [];
  expect(left.map(([, { userId }]) => userId)).toEqual([undefined]);
  expect(messages.filter(({ method }) => method === 'destroy')).toHaveLength(2);
  expect(messages.find(({ method }) => method === 'all')?.body).toBe('2');
});

describe('a login with the old password', () => {
  test('names no password', () => {
    const action = { type: 'login', old: true, password: 'x' };
    expect(validateActions([action], DEFAULT_SETTINGS)).toHaveProperty('errors');
    expect(validateActions([{ type: 'login', old: true }], DEFAULT_SETTINGS)).toHaveProperty(
      'actions',
    );
  });

  test('is as wrong after it was shared as before, and so is one that was typed', async () => {
    const { password } = DEFAULT_SETTINGS.user;
    for (const wrong of [{ old: true }, { password }]) {
      const actions: Action[] = [LOGIN, CHANGE, { type: 'login', ...wrong, fold }];
      const opened = parseRunFile(formatRunFile({ settings: DEFAULT_SETTINGS, actions }));
      const again = 'run' in opened ? opened.run.actions : [];
      for (const list of [actions, again]) {
        for (const lane of STRATEGIES) {
          expect(readLast(await run([...list]), lane).failure).toBe('wrongPassword');
        }
      }
    }
  });
});
