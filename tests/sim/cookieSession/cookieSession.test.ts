import fc from 'fast-check';
import Keygrip from 'keygrip';
import { expect, test, vi } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { validateSettings } from '../../../src/sim/check/settings.ts';
import { decodeData, encodeData } from '../../../src/sim/cookieSession/data.ts';
import { findSigner, signData } from '../../../src/sim/cookieSession/keygrip.ts';
import { splitPair } from '../../../src/sim/cookieSession/pair.ts';
import { WITHOUT_STORE } from '../../../src/sim/cookieSession/storeOnly.ts';
import { countTrace } from '../../../src/sim/counts.ts';
import type { Frame } from '../../../src/sim/frame.ts';
import { exceedsHeaderLimit } from '../../../src/sim/http/headerLimit.ts';
import type { Message } from '../../../src/sim/message.ts';
import { getHeader } from '../../../src/sim/message.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { SessionSettings, Settings } from '../../../src/sim/settings.ts';
import type { State } from '../../../src/sim/state.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyAction, anyCookieRun } from '../arbitraries.ts';
import { toScenario } from '../runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });
const RUNS = 150;

const IN_COOKIE = changeSettings({ session: { dataIn: 'cookie' } });
const play = (actions: readonly Action[], settings = IN_COOKIE) =>
  runScenario({ ...toScenario(), settings, actions });
const last = ({ frames }: { readonly frames: readonly Frame[] }) => frames.at(-1) as Frame;

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

test('signs as keygrip does, and finds which key it was', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(text, { minLength: 1, maxLength: 3 }), async (id, keys) => {
      const data = encodeData({ userId: id });
      expect(data).toBe(Buffer.from(JSON.stringify({ userId: id })).toString('base64'));
      expect(decodeData(data)).toEqual({ userId: id });
      const [first = ''] = keys;
      const signature = new Keygrip(keys).sign(`session=${data}`);
      expect(await signData(data, first)).toBe(signature);
      expect(await findSigner(data, signature, ['not this one', ...keys])).toBe(
        first === 'not this one' ? 0 : 1,
      );
      expect(await findSigner(data, signature, [])).toBe(-1);
      expect(await findSigner(`${data}A`, signature, keys)).toBe(-1);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['no JSON', 'AAAA'],
  ['no object', Buffer.from('[1]').toString('base64')],
  ['no base64', '***'],
])('reads no data in %s', (_, value) => {
  expect(decodeData(value)).toBe(null);
});

/** What cookies.get of the package makes of a request, by its own library. */
function readData(request: Message, { secrets }: State['servers'][string]) {
  const header = getHeader(request, 'Cookie') ?? '';
  const find = (name: RegExp) => name.exec(header)?.[1] ?? '';
  const [data, signature] = [
    find(/(?:^|;) *session=([^;]*)/),
    find(/(?:^|;) *session\.sig=([^;]*)/),
  ];
  const isSigned = signature !== '' && new Keygrip(secrets).verify(`session=${data}`, signature);
  if (!isSigned) return null;
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString()) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function isGood(request: Message, state: State, { session, user }: Settings): boolean {
  const server = state.servers[request.to];
  const data = server && readData(request, server);
  if (!data?.userId || exceedsHeaderLimit(request)) return false;
  const row = state.users?.[user.id] ?? { role: user.role ?? 'user', banned: false };
  const role = session.copiesUser ? data.role : row.role;
  if (!session.copiesUser && row.banned) return false;
  return request.target !== '/admin' || role === 'admin';
}

test('a request is allowed exactly when the signature fits what the data says', async () => {
  const seen = { judged: 0, allowed: 0 };
  const holds = fc.asyncProperty(anyCookieRun(25), async ({ settings, actions }) => {
    // Unfolded, so that the State at the moment of the request can be looked at.
    const spread = actions.map(({ fold: _, ...action }) => action as Action);
    const { frames } = await play(spread, settings);
    for (const [i, frame] of frames.entries()) {
      const request = frame.session.messages.find(({ kind }) => kind === 'request');
      if (!/^(request|replay|tamper|forge|crossSite|ride)\.send$/.test(frame.kind) || !request)
        continue;
      const verdict = frames[i + 1]?.session.outcome.allowed;
      expect(verdict).toBe(isGood(request, frame.session.state, settings));
      seen.judged++;
      if (verdict) seen.allowed++;
    }
  });
  const actions: readonly Action[] = [{ type: 'login' }, { type: 'request' }];
  await fc.assert(holds, {
    numRuns: RUNS,
    examples: [[{ settings: IN_COOKIE, actions: [...actions] }]],
  });
  expect(seen.allowed / seen.judged).toBeGreaterThan(0.02);
});

test('no server keeps anything, calls a store or draws a session ID, whatever is done', async () => {
  const holds = fc.asyncProperty(anyCookieRun(25), async ({ settings, actions }) => {
    const trace = await play(actions, settings);
    for (const { session, step } of trace.frames) {
      expect(session.state.stores).toEqual({});
      expect(session.state.draws.sid).toBe(0);
      expect(session.messages.filter(({ kind }) => kind === 'store')).toEqual([]);
      expect(countTrace(trace, step).session.keptBytes).toBe(0);
    }
  });
  await fc.assert(holds, { numRuns: RUNS });
});

/** All that anybody can do but a new key and a look at the user's row. */
const harmless = anyAction.filter(
  ({ type }) => !['rotateSecret', 'ban', 'steal', 'plant', 'injectScript'].includes(type),
);

test('a copy opens the server after whatever its owner does, for as long as the key is the same', async () => {
  const holds = fc.asyncProperty(fc.array(harmless, { maxLength: 12 }), async (actions) => {
    const own = actions.filter((action) => !('server' in action && action.server === 'server2'));
    const copied: readonly Action[] = [{ type: 'login' }, { type: 'steal' }];
    const ends: readonly Action[] = [
      { type: 'logout' },
      { type: 'wait', seconds: 400 * 86_400 },
      { type: 'replay', fold: true },
    ];
    const { session } = last(await play([...copied, ...own, ...ends]));
    expect(session.outcome.allowed).toBe(true);
    expect(session.outcome.copy).toMatchObject({ accepted: true, expiresAt: null });
    // A new key is the end of it.
    const changed = await play([
      ...[...copied, ...own, { type: 'rotateSecret', how: 'replace' } as const],
      { type: 'replay', fold: true },
    ]);
    expect(last(changed).session.outcome.failure).toBe('dataSignatureInvalid');
  });
  await fc.assert(holds, { numRuns: 60 });
});

test('the same data makes the same two cookies in every browser and at every login', async () => {
  const trace = await play([
    { type: 'login' },
    { type: 'login', client: 'phone' },
    { type: 'logout' },
    { type: 'wait', seconds: 60 },
    { type: 'login' },
  ]);
  const pairs = trace.frames.flatMap(({ session: { messages } }) =>
    messages.flatMap(({ carries }) =>
      carries.flatMap((one) =>
        one.what === 'session' && one.in === 'Set-Cookie' && one.value !== null ? [one.value] : [],
      ),
    ),
  );
  expect(pairs).toHaveLength(3);
  expect(new Set(pairs).size).toBe(1);
  expect(decodeData(splitPair(pairs[0] ?? '').data)).toEqual({ userId: 'abc123' });
});

test('what an older key signed is signed anew without a date, which ends with the browser', async () => {
  const trace = await play([
    { type: 'login' },
    { type: 'rotateSecret', how: 'add' },
    { type: 'request', fold: true },
  ]);
  const { session } = last(trace);
  const jar = session.state.clients.client?.jar ?? [];
  expect(jar.map(({ name, expires }) => [name, expires !== null])).toEqual([
    ['session', true],
    ['session.sig', false],
  ]);
  const after = await play([
    ...trace.scenario.actions,
    { type: 'leave', how: 'browser' },
    { type: 'request', fold: true },
  ]);
  expect(last(after).session.outcome.failure).toBe('cookieUnsigned');
});

type StoreOnly = keyof typeof WITHOUT_STORE;
/** A value of each that only a store allows. */
const ANOTHER: { readonly [K in StoreOnly]: NonNullable<SessionSettings[K]> } = {
  rolling: true,
  saveUninitialized: true,
  regenerate: false,
  destroyAtLogout: false,
  clearCookieAtLogout: false,
  cookieName: 'sid',
  cookieDomain: 'bank.test',
  nextCookieDomain: 'bank.test',
  clearsWithAttributes: true,
  resave: true,
  countsVisits: true,
  expiresAtBoot: true,
  maxAgeInSeconds: true,
  absoluteLifetime: 60,
  endAllAtPasswordChange: true,
  storeLatencyMs: 250,
};

test.each(Object.entries(ANOTHER))('without a store, %s cannot be another', (name, value) => {
  const session = { dataIn: 'cookie', [name]: value };
  expect(validateSettings({ session })).toEqual({
    errors: [{ path: `session.${name}`, fault: { type: 'needsStore' } }],
  });
  expect(validateSettings({ session: { ...session, dataIn: 'store' } })).toHaveProperty('settings');
});

test('without a store it can be what it is anyway', () => {
  const session = { dataIn: 'cookie', ...WITHOUT_STORE };
  expect(validateSettings({ session })).toHaveProperty('settings.session', {
    ...changeSettings({}).session,
    ...session,
  });
  expect(validateSettings({ session: { dataIn: 'drawer' } })).toHaveProperty('errors');
});

test('a CSRF token is kept in a store, and goes only with one', () => {
  const csrf = 'token';
  expect(validateSettings({ csrf, session: { dataIn: 'cookie' } })).toEqual({
    errors: [{ path: 'csrf', fault: { type: 'needsStore' } }],
  });
  expect(validateSettings({ csrf })).toHaveProperty('settings.csrf', 'token');
});
