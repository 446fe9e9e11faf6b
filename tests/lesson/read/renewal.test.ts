import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { listStolen } from '../../../src/lesson/read/held/held.ts';
import { isRefreshRefused } from '../../../src/lesson/read/held/heldCredentials.ts';
import { readRenewal } from '../../../src/lesson/read/held/renewal.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readStolenOpening } from '../../../src/lesson/read/outcome/copy.ts';
import { readOutcomeTone } from '../../../src/lesson/read/outcome/outcomeTone.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { isAccessToken } from '../../../src/sim/token/jwt/accessToken.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { extendTrace, findForkStep, forkTrace, runScenario } from '../../../src/sim/trace.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { getFrame, run } from '../../sim/runs.ts';

const SHORT = { lifetime: 300, refreshLifetime: 86_400 };
const LOGIN: Action = { type: 'login', fold: true };
const STEAL: Action = { type: 'steal' };
const REFRESH: Action = { type: 'refresh', fold: true };
const TRADE: Action = { type: 'refresh', client: 'attacker', fold: true };
const REPLAY: Action = { type: 'replay', fold: true };
const LOGOUT: Action = { type: 'logout', fold: true };
const END: Action = { type: 'end' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const RUNS: readonly (readonly [string, SettingsPatch, readonly Action[]])[] = [
  ['the user goes on', { token: SHORT }, [LOGIN, STEAL, REFRESH, wait(300), REFRESH, END]],
  ['the attacker is first', { token: SHORT }, [LOGIN, STEAL, TRADE, wait(300), TRADE, REFRESH]],
  [
    'a grace period that ends',
    { token: { ...SHORT, refreshGrace: 10 } },
    [LOGIN, STEAL, REFRESH, wait(9), wait(1), END],
  ],
  ['the time of the refresh token ends', { token: SHORT }, [LOGIN, STEAL, wait(86_399), wait(1)]],
  ['a logout', { token: SHORT }, [LOGIN, STEAL, LOGOUT, END]],
  ['a logout everywhere', { token: SHORT }, [LOGIN, STEAL, { type: 'logoutEverywhere' }, END]],
  ['the client forgets', { token: SHORT }, [LOGIN, STEAL, { type: 'forget' }, END]],
  ['a ban', { token: SHORT }, [LOGIN, STEAL, { type: 'ban' }, END]],
  ['a restart', { token: SHORT }, [LOGIN, STEAL, { type: 'restart' }, END]],
  [
    'a restart, with a database',
    { token: SHORT, session: { store: 'persistent' } },
    [LOGIN, STEAL, { type: 'restart' }, END],
  ],
  [
    'in a cookie of its own',
    { token: { ...SHORT, refreshInCookie: true } },
    [LOGIN, STEAL, REFRESH, REFRESH, END],
  ],
  [
    'that is a JWT',
    { token: { ...SHORT, refreshFormat: 'jwt' } },
    [LOGIN, STEAL, wait(300), LOGOUT, END],
  ],
];

/** Tells whether the attacker is given new tokens after a step: the engine has it try. */
async function isTraded(trace: Trace, step: number): Promise<boolean> {
  const { frames } = await extendTrace(forkTrace(trace, step), TRADE);
  return frames.at(-1)?.token.outcome.allowed === true;
}

/** Compares what is read at each step with what a trade there comes to; returns how often each was. */
async function expectRenewals(trace: Trace): Promise<readonly boolean[]> {
  const seen: boolean[] = [];
  for (const frame of trace.frames) {
    if (findForkStep(trace, frame.step) !== frame.step) continue;
    const { token } = readStep(trace, frame);
    const stolen = listStolen(token.lane.state).filter((item) => !isAccessToken(item));
    const isRead = readRenewal(token) !== null;
    const traded = await isTraded(trace, frame.step);
    // Of several it sends its latest, and another one may be the one that is good.
    if (traded || stolen.length < 2) expect(isRead, `step ${frame.step}`).toBe(traded);
    if (stolen.length > 0) seen.push(traded);
    const [only] = stolen;
    if (only !== undefined && stolen.length === 1 && traded)
      expect(isRefreshRefused(token, only)).toBe(false);
  }
  return seen;
}

describe('a stolen refresh token', () => {
  test('gets new tokens where one who tries gets them, and nowhere else', async () => {
    const seen: boolean[] = [];
    for (const [, patch, actions] of RUNS)
      seen.push(...(await expectRenewals(await run(actions, patch))));
    expect(seen.filter((traded) => traded).length).toBeGreaterThan(15);
    expect(seen.filter((traded) => !traded).length).toBeGreaterThan(8);
  });

  test('so it does in every Scenario that has one', async () => {
    const some = SCENARIOS.filter(({ settings }) => settings.token.refreshLifetime !== undefined);
    const seen: boolean[] = [];
    for (const scenario of some) seen.push(...(await expectRenewals(await runScenario(scenario))));
    expect(seen).toContain(true);
    expect(seen).toContain(false);
  });

  test('is what counts at the end, though the token that was stolen with it is over', async () => {
    const trace = await run([LOGIN, STEAL, wait(400), END], { token: SHORT });
    const last = getFrame(trace, -1);
    const { token } = readStep(trace, last);
    expect(readOutcomeTone(token)).toEqual({ tone: 'breach' });
    expect(readStolenOpening(token)).toMatchObject({ renews: true, left: 86_000 });
    const told = openTelling(trace).at(last.step);
    expect(told.row.result).toBe('A stolen copy lives on');
    expect(told.token.badge.word).toBe('Breach possible until 2026-01-02 12:00:00 UTC');
    expect(toPlainText(told.token.sentence)).toContain(
      'With the stolen refresh token the attacker gets new ones for 23 h 53 min',
    );
    expect(told.row.token.detail).toBe('a copy would be refused, its refresh token not');
  });

  test('is worth nothing any more after a logout', async () => {
    const trace = await run([LOGIN, STEAL, wait(400), LOGOUT, END], { token: SHORT });
    expect(readStolenOpening(readStep(trace, getFrame(trace, -1)).token)).toBeNull();
  });
});

describe('the tokens that an attacker was given for it', () => {
  const RENEWED = [LOGIN, STEAL, wait(200), TRADE, wait(100)];

  test('are what it sends from then on', async () => {
    const trace = await run([...RENEWED, REPLAY], { token: SHORT });
    expect(getFrame(trace, -1).token.outcome).toMatchObject({ allowed: true, status: 200 });
  });

  test('outlive a logout, and that is said', async () => {
    const trace = await run([...RENEWED, LOGOUT, END], { token: SHORT });
    const last = getFrame(trace, -1);
    expect(last.token.outcome.copy).toMatchObject({ accepted: false, failure: 'tokenExpired' });
    const told = openTelling(trace).at(last.step);
    expect(told.token.badge).toEqual({ word: 'Breach until 12:08:20', tone: 'breach' });
    expect(toPlainText(told.token.sentence)).toContain(
      'The attacker holds another one, which would be accepted for 3 min 20 s, until 12:08:20.',
    );
  });
});

test('who copies from two browsers that have no refresh tokens has none', async () => {
  const phone = { client: 'phone', fold: true } as const;
  const trace = await run(
    [LOGIN, wait(1), { type: 'login', ...phone }, STEAL, { type: 'steal', client: 'phone' }],
    {},
  );
  const telling = openTelling(trace);
  for (const { step } of trace.frames)
    expect(toPlainText(telling.at(step).token.sentence)).not.toContain('refresh token');
});
