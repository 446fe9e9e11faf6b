import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { ScenarioId } from '../../../src/sim/scenarios.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { run } from '../../sim/runs.ts';

async function openById(id: ScenarioId) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(id);
  return openTelling(await runScenario(scenario));
}

const narrate = async (id: ScenarioId, step: number, lane: Strategy) =>
  toPlainText((await openById(id)).at(step)[lane].sentence);

test.each([
  ['two-servers-no-shared-store', 3, 'session', /goes to server B with the cookie/],
  [
    'user-banned',
    4,
    'session',
    /answers 403 Forbidden: .* banned\. The server knows who asks and refuses/,
  ],
  ['role-removed', 7, 'token', /403 Forbidden: .* lacks the role/],
  ['deny-list', 7, 'token', /then its deny-list for the jti .* is on the deny-list/],
  ['deny-list', 4, 'token', /puts the token’s jti on its deny-list/],
  ['token-too-large-header', 3, 'token', /^Nobody checks the token: the header exceeds/],
  ['token-too-large-cookie', 6, 'token', /the request carries no token/],
  [
    'logout-client-only',
    3,
    'session',
    /^The user clears the cookie of the browser, and nobody is told/,
  ],
  ['session-in-cookie-logout', 3, 'session', /always makes the same cookie/],
  ['xss-memory', 1, 'token', /in a variable: no storage to look through/],
  ['xss-memory', 2, 'token', /the token is in a variable of the page’s own code/],
  ['xss-memory', 2, 'token', /One that wraps fetch could take it from the next request/],
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

test('only a copy that outlives its own logout is said to', async () => {
  expect(await narrate('stolen-then-logout', 3, 'token')).not.toContain('The logout');
  expect(await narrate('deny-list', 8, 'token')).not.toContain('The logout');
});

test('the tracker tells the token’s place, and the attacker’s copy', async () => {
  const inCookie = await openById('csrf-token-in-cookie');
  const texts = [1, 2, 3].map((step) => inCookie.at(step).variables.token);
  expect(texts).toEqual(['set in response', 'sent as a cookie', 'stored in jar']);
  const stolen = await openById('stolen-then-logout');
  const cookie = [1, 2, 3, 4, 5].map((step) => stolen.at(step).variables.sessionCookie);
  expect(cookie).toEqual([
    'set in response',
    'copied by attacker',
    'copy used by attacker',
    'deleted',
    'attacker’s copy only',
  ]);
});

test.each([
  ['token-too-large-header', 4, 'Allowed', 'Denied: header too large', 'Only the session gets in'],
  ['restart-fixed-secret', 5, 'Denied: no such record', 'Allowed', 'Only the token gets in'],
  ['stolen-then-logout', 8, 'Held: record destroyed', 'Breach', 'Only the token gets in'],
] as const)(
  '%s, step %i: the row says which lane gets in',
  async (id, step, session, token, result) => {
    const { row } = (await openById(id)).at(step);
    expect([row.session.text, row.token.text, row.result]).toEqual([session, token, result]);
  },
);

test('the wire says a long reason in short, and the message in full', async () => {
  const { token } = (await openById('token-too-large-header')).at(4);
  expect(token.stage.wire.response.label).toBe('431 Headers Too Large');
  const answer = token.messages.find(({ kind }) => kind === 'response');
  expect(answer).toMatchObject({ startLine: 'HTTP/1.1 431 Request Header Fields Too Large' });
});

test('a login and a logout at server B say where they are', async () => {
  const there = { server: 'server2' } as const;
  const actions = [
    { type: 'login', ...there },
    { type: 'logout', ...there },
  ] as const;
  const { at } = openTelling(await run(actions, { second: {} }));
  const toText = (step: number, lane: Strategy) => toPlainText(at(step)[lane].sentence);
  for (const step of [1, 2, 3, 4]) {
    for (const lane of STRATEGIES) expect(toText(step, lane)).toMatch(/server B/i);
  }
  expect(toText(2, 'session')).toMatch(/^Server B looks up ada/);
  expect(at(1).row.action).toMatch(/, server B$/);
  // Which server it is and what it does; in which words is the sentence's own.
  expect(toText(6, 'session')).toMatch(/server B.*\bdestroy/i);
  // A plain token's logout goes to no server.
  expect(toText(6, 'token')).not.toMatch(/server B/i);
});
