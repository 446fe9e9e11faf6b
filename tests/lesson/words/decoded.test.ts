import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { TokenSettings } from '../../../src/sim/settings.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { anyRun } from '../../sim/arbitraries.ts';
import { run, runOnce, toScenario } from '../../sim/runs.ts';
import { listTexts } from '../holes.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

/** What nobody may read of a token that is not verified. */
const CHECKED =
  /signature (and exp|fits)|recomputes|exp (has|does) not|good (until|for (?!whoever))|until (its )?exp|its exp stays|old tokens are void|still holds|is of use only from/i;

/** A password is checked, and so is a refresh token, for which a new pair is made. */
const VERIFIES = /^(login|refresh)\.verify$/;

function expectUnchecked({ frames, scenario }: Trace): void {
  const { at } = openTelling({ frames, scenario });
  for (const { kind, step, token } of frames) {
    const told = at(step);
    const texts = listTexts([told.token, told.row.token]);
    expect(
      texts.filter(([, text]) => CHECKED.test(text)),
      `step ${step}`,
    ).toEqual([]);
    if (/^Verified/.test(told.token.badge.word)) expect(kind).toMatch(VERIFIES);
    const { check } = told.token.stage.server;
    expect(check?.seal ?? 'made').toBe('made');
    expect(check?.time ?? null).toBeNull();
    if (token.outcome.proof && token.signatures.made === 0) expect(check).toBeNull();
  }
}

test('no words and no picture call a token checked that is only decoded', async () => {
  const property = fc.asyncProperty(anyRun(12), async ({ settings, actions }) => {
    const token = { ...settings.token, verifier: 'decode' } as const;
    expectUnchecked(await runOnce(toScenario({ ...settings, token }, actions)));
  });
  await fc.assert(property, { numRuns: 150 });
});

const LOGIN: Action = { type: 'login', fold: true };
const REQUEST: Action = { type: 'request' };
const LATER: Action = { type: 'wait', seconds: 3600 };
const STOLEN: readonly Action[] = [LOGIN, { type: 'steal' }];
const WHOLE: Action = { type: 'request', fold: true };

/** What the token's lane says in the last steps, the very last one first. */
async function narrate(actions: readonly Action[], token: Partial<TokenSettings> = {}, back = 1) {
  const trace = await run(actions, { token: { ...token, verifier: 'decode' } });
  const { at } = openTelling(trace);
  return toPlainText(at(trace.frames.length - back).token.sentence);
}

test.each<[string, readonly Action[], Partial<TokenSettings>, number, RegExp]>([
  [
    'the check',
    [LOGIN, REQUEST],
    {},
    2,
    /^The server decodes the token and checks nothing: no signature, no exp\. It says id: 'abc123', and that is believed\.$/,
  ],
  [
    'a check after exp',
    [LOGIN, LATER, REQUEST],
    {},
    2,
    /believed\. Its exp, 12:15:00, has passed, and nobody looks at it\.$/,
  ],
  [
    'a deny-list',
    [LOGIN, REQUEST],
    { denyList: true },
    2,
    /no exp\. It only asks its deny-list for the jti that the token names/,
  ],
  [
    'a jti that is on it',
    [...STOLEN, { type: 'logout', fold: true }, { type: 'replay' }],
    { denyList: true },
    2,
    /decodes the token and checks nothing.* deny-list for the jti/,
  ],
  [
    'an iat that is too early',
    [...STOLEN, LATER, { type: 'logoutEverywhere' }, { type: 'replay' }],
    { comparesIat: true },
    2,
    /checks nothing.* since when this user’s tokens hold, since 13:00:00, and refuses/,
  ],
  ['the answer', [LOGIN, REQUEST], {}, 1, /Nothing ends it: it names exp 12:15:00/],
  [
    'a request in one step',
    [LOGIN, WHOLE],
    {},
    1,
    /is decoded and nothing in it checked\. It says/,
  ],
  ['a login', [{ type: 'login' }], {}, 3, /decodes what comes back and verifies nothing/],
  [
    'another user in the payload',
    [LOGIN, { type: 'tamper', part: 'payload' }],
    {},
    2,
    /It says id: 'root', and that is believed/,
  ],
  [
    'an unsigned one',
    [{ type: 'forge', how: 'unsigned' }],
    {},
    2,
    /no signature, and this one has none, no exp\. It says/,
  ],
  [
    'a copy',
    [...STOLEN, { type: 'logout', fold: true }, { type: 'replay' }],
    {},
    1,
    /nobody looks at exp: this copy works for ever/,
  ],
  ['a theft', STOLEN, {}, 1, /would be accepted for ever/],
  ['a wait', [LOGIN, LATER], {}, 1, /names exp 12:15:00, and its server does not look at that/],
  ['a slow request', [LOGIN, { type: 'startSlow' }], {}, 1, /is believed unchecked/],
  ['a new secret', [LOGIN, { type: 'rotateSecret', how: 'add' }], {}, 1, /by no secret/],
  ['an old one retired', [LOGIN, { type: 'rotateSecret', how: 'retire' }], {}, 1, /ends no token/],
  ['a restart', [LOGIN, { type: 'restart' }], {}, 1, /not even the secret/],
  [
    'a refresh',
    [LOGIN, { type: 'refresh' }],
    { refreshLifetime: 600 },
    2,
    /nobody will look at the access token’s signature, nor at its exp/,
  ],
  ['no refresh', [LOGIN, { type: 'refresh', fold: true }], {}, 1, /need not log in again/],
  ['a ban', [LOGIN, { type: 'ban' }], {}, 1, /holds for ever, since nobody looks at exp/],
])('%s is told as it is', async (_, actions, token, back, words) => {
  expect(await narrate(actions, token, back)).toMatch(words);
});

test('the badge of a check says that it was none', async () => {
  const trace = await run([LOGIN, REQUEST], { token: { verifier: 'decode' } });
  const told = openTelling(trace).at(trace.frames.length - 2);
  expect(told.token.badge.word).toMatch(/^Only decoded/);
  expect(told.session.badge.word).toMatch(/^Verified/);
  expect(told.row.token.text).toBe('Decode the token, check nothing');
});
