import { expect, test } from 'vitest';
import { toForeignOrigin } from '../../../../src/lesson/beyond/foreignOrigin.ts';
import { toRunFlow } from '../../../../src/lesson/beyond/runFlow.ts';
import { amend } from '../../../../src/lesson/book.ts';
import { toCells } from '../../../../src/lesson/cells.ts';
import { toCheckpoints } from '../../../../src/lesson/checkpoints.ts';
import { toNarration } from '../../../../src/lesson/narration.ts';
import { toPlainText } from '../../../../src/lesson/richText.ts';
import { SCENARIO_NOTES } from '../../../../src/lesson/scenarioNotes.ts';
import { toSourceAddress } from '../../../../src/lesson/sources.ts';
import { formatLeft } from '../../../../src/lesson/timeLeft.ts';
import { CHECKPOINTS, toVariableText } from '../../../../src/lesson/variables.ts';
import { toStartLine, toWireLabel } from '../../../../src/lesson/wireText.ts';
import { toForeignOrigin as engineOrigin } from '../../../../src/sim/client/foreignSite.ts';
import type { ScenarioId } from '../../../../src/sim/scenarios.ts';
import { SCENARIOS } from '../../../../src/sim/scenarios.ts';
import type { Strategy } from '../../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../../src/sim/strategy.ts';
import { runScenario } from '../../../../src/sim/trace.ts';
import { getFrame, run, runWalk } from '../../runs.ts';

const runById = (id: ScenarioId) => {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(id);
  return runScenario(scenario);
};

async function narrate(id: ScenarioId, step: number, lane: Strategy): Promise<string> {
  const frame = getFrame(await runById(id), step);
  return toPlainText(toNarration(frame.kind, frame[lane], lane, frame));
}

test('nothing of the walk is amended', async () => {
  const walk = await runWalk();
  for (const [step, frame] of walk.frames.entries()) {
    // The clock, not a walk's step, would be amended; everything else is empty.
    expect(amend()?.cells(frame) ?? {}, `cells at ${step}`).toEqual({});
    expect(amend()?.variables(frame, walk.frames[step - 1]) ?? {}).toEqual({});
    for (const lane of STRATEGIES) {
      expect(amend()?.narration(frame, lane), `${lane} at ${step}`).toBe(null);
      expect(amend()?.verdict(frame, lane)).toBe(null);
    }
  }
  expect(amend()?.around(walk)).toBe('');
  expect(amend()?.codeDifferences(walk, STRATEGIES)).toEqual([]);
  expect(toCheckpoints(walk)).toEqual(CHECKPOINTS);
});

test.each([
  ['two-servers-no-shared-store', 3, 'session', /goes to the second server with the cookie/],
  [
    'user-banned',
    4,
    'session',
    /answers 403 Forbidden: .* banned\. The server knows who asks and refuses/,
  ],
  ['role-removed', 7, 'token', /403 Forbidden: .* lacks the role/],
  ['deny-list', 7, 'token', /then its deny-list for the jti .* is on the deny-list/],
  ['deny-list', 4, 'token', /puts the token’s jti on its deny-list/],
  ['token-too-large-header', 3, 'token', /^Nobody checks the token: the header is over 16 KiB/],
  ['token-too-large-cookie', 6, 'token', /the request carries no token/],
  ['xss-memory', 1, 'token', /in a variable: no storage to look through/],
  ['xss-memory', 2, 'token', /the token is in a variable of the page’s own code/],
  ['xss-http-only', 2, 'token', /document\.cookie and finds nothing: the cookie is HttpOnly/],
  ['fixation-without-regenerate', 2, 'session', /Without regenerate\(\) the login stays on/],
  ['fixation-invented-sid', 1, 'session', /makes up a cookie/],
  ['csrf-sibling-subdomain', 2, 'session', /sub\.bank\.localhost:3000 \(same site.*Strict/],
  ['csrf-samesite-lax', 2, 'session', /holds the cookie back \(SameSite=Lax\)/],
  ['csrf-samesite-lax', 5, 'session', /follows a link .* attaches the cookie \(SameSite=Lax\)/],
  ['tampered-last-letter', 4, 'token', /decodes to the same bytes/],
  ['alg-none-naive-verifier', 3, 'token', /naive verifier believes the token’s own header/],
  ['restart-persistent-store', 3, 'session', /still has 1 record: it is not part of the process/],
  [
    'restart-memory-store',
    3,
    'session',
    /Its MemoryStore was a variable of the process and is gone/,
  ],
  ['rotation-secret-list', 2, 'token', /knows one secret, so the old one is gone/],
  ['refresh-reuse', 4, 'token', /^The attacker posts the refresh token that it stole/],
  [
    'stolen-then-logout',
    8,
    'token',
    /The logout changed nothing here: this copy works until 12:15:00\.$/,
  ],
  ['no-max-age', 2, 'session', /2035-12-30 .* no date .* no end either/],
  ['expires-unused', 4, 'session', /has dropped its cookie, whose date has passed/],
] as const)('%s, step %i, %s: %s', async (id, step, lane, words) => {
  expect(await narrate(id, step, lane)).toMatch(words);
});

test('a stolen token that is too large for a header is worth nothing', async () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'token-too-large-header');
  if (!scenario) throw new RangeError('no such scenario');
  const [login] = scenario.actions;
  if (!login) throw new RangeError('no login');
  const actions = [login, { type: 'steal' }, { type: 'replay', fold: true }] as const;
  const { frames } = await runScenario({ ...scenario, actions });
  expect(frames[2]?.token.outcome.copy).toMatchObject({
    accepted: false,
    failure: 'headersTooLarge',
  });
  expect(frames[3]?.token.outcome).toMatchObject({ status: 431, failure: 'headersTooLarge' });
});

test('the tracker tells the token’s place, and the attacker’s copy', async () => {
  const inCookie = await runById('csrf-token-in-cookie');
  const texts = inCookie.frames.map((_, i) => toVariableText(inCookie, 'token', i));
  expect(texts.slice(1, 4)).toEqual(['set in response', 'sent as a cookie', 'stored in jar']);
  const stolen = await runById('stolen-then-logout');
  const cookie = stolen.frames.map((_, i) => toVariableText(stolen, 'sessionCookie', i));
  expect(cookie.slice(1, 6)).toEqual([
    'set in response',
    'copied by attacker',
    'copy used by attacker',
    'deleted',
    'attacker’s copy only',
  ]);
});

test('a long run shows the Actions around the current one, and counts the rest', async () => {
  const actions = [
    { type: 'login', fold: true },
    ...Array.from({ length: 40 }, () => ({ type: 'request', fold: true }) as const),
  ] as const;
  const trace = await run(actions);
  const flow = toRunFlow(trace, 20);
  expect(flow.nodes).toHaveLength(12);
  expect(flow.before + flow.after).toBe(29);
  expect(flow.nodes.some(({ first, last }) => first <= 20 && last >= 20)).toBe(true);
  expect(toRunFlow(trace, 0).before).toBe(0);
  expect(toRunFlow(trace, 41).after).toBe(0);
});

test.each([
  ['http://localhost:3000', 'evil'],
  ['https://bank.localhost:3000', 'evil'],
  ['https://bank.localhost:3000', 'sibling'],
  ['http://127.0.0.1:3000', 'sibling'],
] as const)('the foreign page at %s, %s, is the engine’s', (origin, site) => {
  expect(toForeignOrigin(origin, site)).toBe(engineOrigin(origin, site));
});

test('time left is told by the clock', () => {
  expect(formatLeft(null, 0)).toBe('no end');
  expect(formatLeft(900, 360)).toBe('9 min left');
  expect(formatLeft(900, 899)).toBe('1 s left');
  expect(formatLeft(900, 900)).toBe('expired');
});

test('every source of every explanation can be opened', () => {
  for (const [id, { sources }] of Object.entries(SCENARIO_NOTES)) {
    expect(sources.length, id).toBeGreaterThan(0);
    for (const name of sources) expect(toSourceAddress(name), name).toMatch(/^https:\/\//);
  }
  expect(toSourceAddress('RFC 6265 section 5.3')).toBe(
    'https://www.rfc-editor.org/rfc/rfc6265#section-5.3',
  );
});

test.each([
  ['token-too-large-header', 4, 'Allowed', 'Denied: header too large', 'Only the session gets in'],
  ['restart-fixed-secret', 5, 'Denied: no such record', 'Allowed', 'Only the token gets in'],
  ['stolen-then-logout', 8, 'Denied: no such record', 'Allowed', 'Only the token gets in'],
] as const)(
  '%s, step %i: the row says which lane gets in',
  async (id, step, session, token, result) => {
    const cells = toCells(getFrame(await runById(id), step));
    expect(cells).toMatchObject({ session, token, result });
  },
);

test('the wire says a long reason in short, and the message in full', async () => {
  const { token } = getFrame(await runById('token-too-large-header'), 4);
  const answer = token.messages.find(({ kind }) => kind === 'response');
  if (!answer) throw new RangeError('no answer');
  expect(toWireLabel(answer)).toBe('431 Headers Too Large');
  expect(toStartLine(answer)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
});

test('only a copy that outlives its own logout is said to', async () => {
  expect(await narrate('stolen-then-logout', 3, 'token')).not.toContain('The logout');
  expect(await narrate('deny-list', 8, 'token')).not.toContain('The logout');
});

test('a login and a logout at the second server say where they are', async () => {
  const there = { server: 'server2' } as const;
  const { frames } = await run(
    [
      { type: 'login', ...there },
      { type: 'logout', ...there },
    ],
    { second: {} },
  );
  const said = frames.map((frame) =>
    STRATEGIES.map((lane) => toPlainText(toNarration(frame.kind, frame[lane], lane, frame))),
  );
  for (const step of [1, 2, 3, 4]) {
    for (const text of said[step] ?? []) expect(text).toMatch(/^At the second server: /);
  }
  expect(said[2]?.[0]).toContain('looks up ada');
  expect(toCells(getFrame({ ...(await runWalk()), frames }, 1)).action).toBe(
    'Login request, second server',
  );
  // A plain token's logout goes to no server.
  expect(said[6]?.[0]).toMatch(/^At the second server: POST \/logout/);
  expect(said[6]?.[1]).toMatch(/^The page’s code drops the token/);
});
