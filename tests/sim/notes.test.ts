import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { REFRESH_STORE } from '../../src/sim/actors.ts';
import { NO_SIGNATURES } from '../../src/sim/lanes/recorder.ts';
import type { Carried, Message } from '../../src/sim/message.ts';
import { NOTHING_CARRIED } from '../../src/sim/message.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import type { Settings } from '../../src/sim/settings.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { LaneFrame, Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyCookieRun, anyRun } from './arbitraries.ts';
import { toScenario } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 200;

/*
 * The engine notes what a message carries, and each signature, when it happens. Here both are read
 * back from the bytes, which nobody else does.
 */
const BODY = {
  token: 'token',
  refreshToken: 'refreshToken',
  csrfToken: 'csrfToken',
  _csrf: 'csrfToken',
} as const;
type Names = Readonly<Record<string, 'session' | 'token' | 'refreshToken'>>;

/** What a lane's cookies are called. */
const toNames = (lane: Strategy, { session, token }: Settings): Names =>
  lane === 'session'
    ? { [session.cookieName ?? 'connect.sid']: 'session' }
    : { [token.cookieName ?? 'token']: 'token', refreshToken: 'refreshToken' };

function readPair(pair: string, place: 'Cookie' | 'Set-Cookie', names: Names): Carried {
  const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(pair) ?? [];
  const what = names[name];
  return {
    what,
    in: place,
    value: place === 'Set-Cookie' && value === '' ? null : value,
  } as Carried;
}

/** Data and signature are one credential; a signature alone is none, nor is one that signs nothing. */
function joinHalves(fields: readonly string[], place: 'Cookie' | 'Set-Cookie'): readonly Carried[] {
  const find = (name: string) =>
    fields.flatMap((one) => new RegExp(`^${name}=([^;]*)`).exec(one)?.[1] ?? []);
  const [signature = ''] = find('session\\.sig');
  return find('session').map((data) => ({
    what: 'session',
    in: place,
    value: place === 'Set-Cookie' && data === '' ? null : `${data}; session.sig=${signature}`,
  })) as Carried[];
}

const isOfSession = (field: string) => /^session(\.sig)?=/.test(field);

function readFields({ headers }: Message, names: Names): readonly Carried[] {
  const set = headers.flatMap(([name, value]) => (name === 'Set-Cookie' ? [value] : []));
  const asked = headers.flatMap(([name, value]) => (name === 'Cookie' ? value.split('; ') : []));
  const halves = [
    ...joinHalves(asked.filter(isOfSession), 'Cookie'),
    ...joinHalves(set.filter(isOfSession), 'Set-Cookie'),
  ];
  return halves.concat(readWholeFields(headers, names));
}

function readWholeFields(headers: Message['headers'], names: Names): readonly Carried[] {
  return headers.flatMap(([name, value]): readonly Carried[] => {
    const pairs = name === 'Cookie' ? value.split('; ') : [value];
    if (name === 'Cookie' || name === 'Set-Cookie')
      return pairs.filter((pair) => !isOfSession(pair)).map((pair) => readPair(pair, name, names));
    if (name !== 'Authorization') return [];
    return [{ what: 'token', in: name, value: value.replace('Bearer ', '') }];
  });
}

function readBody({ body, kind }: Message): readonly Carried[] {
  if (kind === 'store' || body === null) return [];
  if (!body.startsWith('{')) {
    const value = new URLSearchParams(body).get('_csrf');
    return value === null ? [] : [{ what: 'csrfToken', in: 'body', value }];
  }
  return Object.entries(JSON.parse(body)).flatMap(([key, value]): readonly Carried[] => {
    if (key === 'password') return [{ what: key, in: 'body' }];
    const what = BODY[key as keyof typeof BODY];
    return what === undefined ? [] : [{ what, in: 'body', value: String(value) }];
  });
}

const isSet = ({ in: place, ...rest }: Carried) =>
  place === 'Set-Cookie' && 'value' in rest && rest.value !== null;
const isCsrf = ({ what }: Carried) => what === 'csrfToken';
const isNewToken = (carried: Carried) =>
  carried.what === 'token' && (isSet(carried) || carried.in === 'body');
const readAlg = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).alg;

function count(lane: readonly LaneFrame[], what: keyof LaneFrame['signatures']): number {
  return lane.reduce((sum, { signatures }) => sum + signatures[what], 0);
}

/** The signatures of an Action's steps, by what was sent in them. */
function checkSession(lane: readonly LaneFrame[]): void {
  for (const step of lane) {
    const set = step.messages.flatMap(({ carries }) => carries.filter(isSet));
    expect(step.signatures.made).toBe(set.length);
  }
  const messages = lane.flatMap((step) => step.messages);
  // A slow request is let in without an answer.
  const statuses = messages.flatMap(({ status }) => (status === null ? [] : [status]));
  const isLooked =
    lane.some(({ outcome }) => outcome.type === 'allowed') ||
    statuses.some((status) => status !== 431);
  // Of several the server looks at the first.
  const shown = messages.flatMap(({ carries }) =>
    carries.filter((one) => one.in === 'Cookie').slice(0, 1),
  );
  const signed = shown.filter((one) => decodeURIComponent(one.value ?? '').startsWith('s:'));
  expect(count(lane, 'checked')).toBe(isLooked ? signed.length : 0);
}

/** Without a store: a signature for each answer that sets one, and one check for each session that is read. */
function checkCookieSession(lane: readonly LaneFrame[]): void {
  const READS = /^\/(profile|admin|transfer|report|password)$/;
  for (const { messages, signatures } of lane) {
    const signed = messages.filter(({ headers }) =>
      headers.some(([name, value]) => name === 'Set-Cookie' && /^session\.sig=[^;]/.test(value)),
    );
    expect(signatures.made).toBe(signed.length);
  }
  const asked = lane.flatMap(({ messages }) =>
    messages.filter(
      ({ kind, target, carries }) =>
        kind === 'request' &&
        READS.test(target) &&
        carries.some((one) => one.what === 'session' && !one.value?.endsWith('session.sig=')),
    ),
  );
  const isUnread = lane.some(({ outcome }) => outcome.failure === 'headersTooLarge');
  expect(count(lane, 'checked')).toBe(isUnread ? 0 : asked.length);
}

function checkToken(lane: readonly LaneFrame[], { token }: Settings): void {
  const { refreshFormat, refreshReadsFirst } = token;
  const messages = lane.flatMap((step) => step.messages);
  const readsFirst = refreshReadsFirst && messages.some(({ target }) => target === '/refresh');
  const signing = readsFirst ? ['get'] : ['set', 'trade'];
  const given = messages.flatMap(({ carries }) => carries.filter(isNewToken));
  // A refresh token that is a JWT is signed as well, before the store is asked whether it may have it.
  const signed = messages.filter(
    ({ kind, to, method }) =>
      refreshFormat === 'jwt' &&
      kind === 'store' &&
      to === REFRESH_STORE &&
      signing.includes(method),
  );
  // Also where the store then does not answer.
  const lost = messages.filter(
    ({ kind, status, target }) =>
      refreshFormat === 'jwt' &&
      kind === 'response' &&
      status === 500 &&
      ['/login', '/refresh'].includes(target),
  );
  // So is a CSRF token, each time that it is told or looked at.
  const csrf = (kind: Message['kind']) =>
    messages.filter((one) => one.kind === kind && one.carries.some(isCsrf)).length;
  expect(count(lane, 'made')).toBe(given.length + signed.length + lost.length + csrf('response'));
  const shown = messages.flatMap(({ kind, carries }) =>
    carries.filter((one) => one.what === 'token' && kind === 'request'),
  );
  expect(count(lane, 'checked')).toBeLessThanOrEqual(shown.length + csrf('request'));
  const allowed = lane.find(({ outcome }) => outcome.type === 'allowed' && outcome.proof);
  const [first] = shown;
  if (!allowed || !first || !('value' in first) || given.length > 0) return;
  const isUnchecked = token.verifier === 'decode' || readAlg(first.value ?? '') === 'none';
  expect(count(lane, 'checked')).toBe((isUnchecked ? 0 : 1) + csrf('request'));
}

const CHECKS = { session: checkSession, token: checkToken };

function checkNotes({ scenario, frames }: Trace, seen: Set<string>): void {
  for (const strategy of STRATEGIES) {
    const names = toNames(strategy, scenario.settings);
    const lanes = frames.map((frame) => frame[strategy]);
    for (const { messages, signatures } of lanes) {
      for (const message of messages) {
        expect(message.carries).toEqual([...readFields(message, names), ...readBody(message)]);
        if (message.carries.length === 0) expect(message.carries).toBe(NOTHING_CARRIED);
        for (const carried of message.carries) seen.add(`${carried.what} in ${carried.in}`);
      }
      const { made, checked } = signatures;
      if (made + checked === 0) expect(signatures).toBe(NO_SIGNATURES);
    }
    for (const i of scenario.actions.keys()) {
      const lane = frames.filter((f) => f.actionIndex === i).map((f) => f[strategy]);
      const isInCookie = strategy === 'session' && scenario.settings.session.dataIn === 'cookie';
      if (isInCookie) checkCookieSession(lane);
      else CHECKS[strategy](lane, scenario.settings);
    }
  }
}

test('what every Scenario carries and signs is what stands in its messages', async () => {
  const seen = new Set<string>();
  for (const scenario of SCENARIOS) checkNotes(await runScenario(scenario), seen);
  // Every place that a credential can have is in one of them.
  expect([...seen].sort()).toEqual([
    ...[
      'csrfToken in body',
      'password in body',
      'refreshToken in Cookie',
      'refreshToken in Set-Cookie',
      'refreshToken in body',
      'session in Cookie',
      'session in Set-Cookie',
    ],
    ...['token in Authorization', 'token in Cookie', 'token in Set-Cookie', 'token in body'],
  ]);
});

test.each([
  ['any run', anyRun(20)],
  ['any run with the session in the cookie', anyCookieRun(20)],
])('so it is in %s', async (_, anyOf) => {
  const holds = fc.asyncProperty(anyOf, async ({ settings, actions }) => {
    checkNotes(await runScenario({ ...toScenario(), settings, actions }), new Set());
  });
  await fc.assert(holds, { numRuns: RUNS });
});

test('and where a CSRF token is asked for', async () => {
  const holds = fc.asyncProperty(anyRun(12), async ({ settings, actions }) => {
    const asked = { ...settings, csrf: 'token' as const };
    checkNotes(await runScenario({ ...toScenario(), settings: asked, actions }), new Set());
  });
  await fc.assert(holds, { numRuns: RUNS / 4 });
});
