import { expect, test } from 'vitest';
import { toTraceJson } from '../../src/lesson/exports/traceJson.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { PHASES, STEP_KINDS } from '../../src/sim/action.ts';
import { MESSAGE_KINDS } from '../../src/sim/message.ts';
import { CORS_REFUSALS, FAILURE_CODES, IDLE_REASONS } from '../../src/sim/outcome.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { extendTrace, runScenario, type Trace } from '../../src/sim/trace.ts';

/*
 * The shape that other people's tools read. Keys are compared in order, and no other may be there:
 * a change here is a change for them.
 */
type Check = (value: unknown, path: string) => void;

const satisfy =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, path) => {
    if (!holds(value)) throw new Error(`${path} is ${JSON.stringify(value)} and not ${what}`);
  };
const text = satisfy('text', (value) => typeof value === 'string');
const flag = satisfy('a boolean', (value) => typeof value === 'boolean');
const count = satisfy('a whole number', (value) => Number.isInteger(value) && Number(value) >= 0);
// A lifetime in the wrong unit ends between two seconds.
const time = satisfy('a time', (value) => typeof value === 'number' && value >= 0);
const status = satisfy('an HTTP status', (value) => Number(value) >= 200 && Number(value) < 600);
const oneOf = (values: readonly unknown[]) =>
  satisfy(`one of ${values.join(', ')}`, (value) => values.includes(value));
const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null || check(value, path);

const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw new Error(`${path} is no array`);
    for (const [i, item] of value.entries()) check(item, `${path}[${i}]`);
  };

const tuple =
  (...checks: Check[]): Check =>
  (value, path) => {
    list(() => {})(value, path);
    expect(value, path).toHaveLength(checks.length);
    for (const [i, check] of checks.entries()) check((value as unknown[])[i], `${path}[${i}]`);
  };

/** All members of `shape` in order, and after them those of `more` that the run has use for. */
const object =
  (shape: Readonly<Record<string, Check>>, more: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    const extra = Object.keys(more).filter((key) => Object.hasOwn(value as object, key));
    expect(Object.keys(value as object), path).toEqual([...Object.keys(shape), ...extra]);
    const checks = [...Object.entries(shape), ...extra.map((key) => [key, more[key]] as const)];
    for (const [key, check] of checks) {
      if (!check) continue;
      check((value as Record<string, unknown>)[key], `${path}.${key}`);
    }
  };

const byId =
  (check: Check): Check =>
  (value, path) => {
    for (const [id, item] of Object.entries(value as object)) check(item, `${path}.${id}`);
  };

const anything: Check = () => {};
const action: Check = (value, path) =>
  oneOf(Object.keys(PHASES))((value as { type: unknown }).type, path);

const message = object({
  from: text,
  to: text,
  kind: oneOf(MESSAGE_KINDS),
  method: text,
  target: text,
  status: orNull(status),
  headers: list(tuple(text, text)),
  body: orNull(text),
  carries: list(
    object(
      {
        what: oneOf(['password', 'session', 'token', 'refreshToken', 'csrfToken']),
        in: oneOf(['Cookie', 'Authorization', 'Set-Cookie', 'body']),
      },
      { value: orNull(text) },
    ),
  ),
});

const outcome = object(
  {
    type: oneOf(['done', 'idle', 'allowed', 'denied']),
    allowed: orNull(flag),
    status: orNull(status),
    failure: orNull(oneOf(FAILURE_CODES)),
    idle: orNull(oneOf(IDLE_REASONS)),
    proof: orNull(object({ userId: text, credential: text, expiresAt: orNull(time) })),
    copy: orNull(
      object(
        { accepted: flag, expiresAt: orNull(time), failure: orNull(oneOf(FAILURE_CODES)) },
        { other: object({ expiresAt: orNull(time) }, { isRefreshToken: flag }) },
      ),
    ),
  },
  {
    blocked: object({ at: oneOf(['preflight', 'answer']), reason: oneOf(CORS_REFUSALS) }),
    lapsed: oneOf([true]),
    lost: oneOf([true]),
    fromCache: oneOf([true]),
    graced: oneOf([true]),
    waitedMs: count,
  },
);

const cors = object({ allowOrigin: text, allowCredentials: flag });

const state = object(
  {
    clock: count,
    clients: byId(
      object(
        {
          origin: text,
          jar: list(anything),
          storage: object({ memory: byId(text), localStorage: byId(text) }),
          stolen: list(text),
          discarded: orNull(text),
        },
        { cache: byId(text) },
      ),
    ),
    servers: byId(
      object(
        {
          origin: text,
          clockOffset: count,
          denyList: orNull(byId(orNull(count))),
          handling: orNull(object({ request: message, issued: orNull(text) })),
          secrets: list(text),
          store: orNull(text),
        },
        {
          cookieDomain: text,
          cookieName: text,
          tokenCookieName: text,
          cors,
          keyIds: list(text),
          refreshTokens: byId(anything),
          listsDown: oneOf([true]),
          secretAtBoot: text,
          bootedAt: count,
        },
      ),
    ),
    stores: byId(
      object({ sessions: byId(anything) }, { buckets: byId(byId(anything)), down: oneOf([true]) }),
    ),
    draws: object({ sid: count, jti: count, refresh: count }, { secret: count, csrf: count }),
  },
  {
    users: byId(
      object({ role: text, banned: flag }, { passwordChanges: count, validSince: count }),
    ),
    slow: list(
      object(
        { client: text, server: text, request: message, proof: anything },
        { session: anything },
      ),
    ),
  },
);

const signatures = object({ made: count, checked: count });

const lane = object({ outcome, messages: list(message), signatures, state });

const traceShape = object({
  scenario: object({
    id: text,
    title: text,
    question: text,
    settings: anything,
    actions: list(action),
  }),
  frames: list(
    object({
      step: count,
      kind: oneOf(STEP_KINDS),
      action: orNull(action),
      cells: tuple(text, text, text, text, text),
      session: lane,
      token: lane,
    }),
  ),
});

const toJson = (trace: Trace) => JSON.parse(JSON.stringify(toTraceJson(trace, openTelling(trace))));

const read = async (scenario = LOGIN_TO_LOGOUT) => toJson(await runScenario(scenario));

test.each(SCENARIOS)('the JSON of $id has the shape that is promised', async (scenario) => {
  traceShape(await read(scenario), 'trace');
});

test('so has a run with every other kind of step', async () => {
  let trace = await runScenario(LOGIN_TO_LOGOUT);
  for (const type of ['login', 'request', 'logout'] as const) {
    trace = await extendTrace(trace, { type, fold: true });
  }
  trace = await extendTrace(trace, { type: 'login', password: 'wrong' });
  trace = await extendTrace(trace, { type: 'wait', seconds: 901 });
  traceShape(toJson(trace), 'trace');
});

test('frame 0 comes first, and each frame stands at its step', async () => {
  const { frames } = await read();
  expect(frames.map(({ step }: { step: number }) => step)).toEqual([...Array(13).keys()]);
  expect([frames[0].kind, frames[0].action]).toEqual(['start', null]);
  expect(frames.map(({ cells }: { cells: string[] }) => cells[0])).toEqual(
    [...Array(13).keys()].map(String),
  );
});

test('the secrets stand in the state of every frame', async () => {
  const { scenario, frames } = await read();
  const { session, token } = scenario.settings;
  for (const frame of frames) {
    expect(frame.session.state.servers.server.secrets).toEqual(session.secrets);
    expect(frame.token.state.servers.server.secrets).toEqual([token.secret]);
  }
});

test('a refusal has its status and its code', async () => {
  const { frames } = await read();
  const toRefusal = (strategy: string) => {
    const { allowed, status, failure } = frames[11][strategy].outcome;
    return { allowed, status, failure };
  };
  expect(STRATEGIES.map(toRefusal)).toEqual([
    { allowed: false, status: 401, failure: 'cookieMissing' },
    { allowed: false, status: 401, failure: 'tokenMissing' },
  ]);
});

test.each([
  ['a key too many', (json: Record<string, unknown>) => Object.assign(json, { extra: 1 })],
  ['a key too few', (json: { scenario?: unknown }) => delete json.scenario],
  [
    'a wrong type',
    (json: { frames: { step: unknown }[] }) => Object.assign(json.frames[3] ?? {}, { step: '3' }),
  ],
])('the shape refuses %s', async (_name, spoil) => {
  const json = await read();
  spoil(json);
  expect(() => traceShape(json, 'trace')).toThrow();
});
