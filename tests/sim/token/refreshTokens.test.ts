import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import type { RefreshRecord } from '../../../src/sim/state.ts';
import { getServer, patchServer } from '../../../src/sim/state.ts';
import { isRefreshInCookie } from '../../../src/sim/token/refresh/refreshCookie.ts';
import {
  redeemRefreshToken,
  revokeAllRefreshTokens,
  revokeRefreshToken,
} from '../../../src/sim/token/refresh/refreshTokens.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { getFrame, run, toScenario, toSettings } from '../runs.ts';

const PATCH = { token: { refreshLifetime: 600 } } as const;
const { state } = getFrame(startTrace(toScenario(PATCH)), 0).token;
const NOW = state.clock;

const toRecord = (patch: Partial<RefreshRecord> = {}): RefreshRecord => ({
  ...{ userId: 'abc123', family: 'a', expires: NOW + 600, used: false, ...patch },
});

/** A server that knows these refresh tokens. */
const know = (refreshTokens: Readonly<Record<string, RefreshRecord>>) =>
  startRecording(toSettings(PATCH), patchServer(state, 'server', { refreshTokens })).recorder;

const THREE = {
  a: toRecord(),
  a2: toRecord(),
  b: toRecord({ family: 'b' }),
  c: toRecord({ family: 'c', userId: 'other' }),
};

describe('of all refresh tokens go', () => {
  test('those of one login, by any of them', () => {
    const recorder = know(THREE);
    revokeRefreshToken(recorder, 'server', 'a2');
    expect(Object.keys(getServer(recorder.state, 'server').refreshTokens ?? {})).toEqual([
      'b',
      'c',
    ]);
  });

  test('none, by one that nobody knows', () => {
    for (const unknown of ['x', 'toString']) {
      const recorder = know(THREE);
      revokeRefreshToken(recorder, 'server', unknown);
      expect(getServer(recorder.state, 'server').refreshTokens).toEqual(THREE);
    }
  });

  test('those of one user', () => {
    const recorder = know(THREE);
    revokeAllRefreshTokens(recorder, 'server');
    expect(Object.keys(getServer(recorder.state, 'server').refreshTokens ?? {})).toEqual(['c']);
  });
});

describe('a refresh token', () => {
  test.each([
    ['a second before its end', { expires: NOW + 1 }, null],
    ['at its end', { expires: NOW }, 'refreshExpired'],
    ['after it', { expires: NOW - 1 }, 'refreshExpired'],
    ['used', { used: true }, 'refreshReused'],
    // That two have it counts for more.
    ['used, at its end', { used: true, expires: NOW }, 'refreshReused'],
  ])('%s', async (_when, patch, failure) => {
    const recorder = know({ a: toRecord(patch), b: toRecord({ family: 'b' }) });
    const redeemed = await redeemRefreshToken(recorder, 'server', 'a', 600);
    expect('failure' in redeemed ? redeemed.failure : null).toBe(failure);
    const { refreshTokens = {} } = getServer(recorder.state, 'server');
    // The family goes with what was used twice; the other login’s stays in any case.
    expect([Object.hasOwn(refreshTokens, 'a'), Object.hasOwn(refreshTokens, 'b')]).toEqual([
      failure !== 'refreshReused',
      true,
    ]);
    const next = Object.values(refreshTokens).filter(({ used }) => !used);
    if (failure === null) expect(next).toEqual([toRecord({ family: 'b' }), toRecord()]);
  });

  test.each(['x', 'constructor'])('%j that nobody gave out is unknown', async (token) => {
    const redeemed = await redeemRefreshToken(know(THREE), 'server', token, 600);
    expect(redeemed).toEqual({ failure: 'refreshUnknown' });
  });
});

test.each([
  [{ refreshInCookie: true, refreshLifetime: 60 }, true],
  [{ refreshInCookie: true }, false],
  [{ refreshLifetime: 60 }, false],
  [{ refreshInCookie: false, refreshLifetime: 60 }, false],
])('with %j refresh tokens are in a cookie: %s', (token, expected) => {
  expect(isRefreshInCookie(toSettings({ token }))).toBe(expected);
});

test.each([
  ['memory', { denyList: {}, refreshTokens: {} }, true],
  ['persistent', null, undefined],
] as const)('a restart forgets what is in the process alone: %s', async (store, left, lost) => {
  const login: Action = { type: 'login', fold: true };
  const logout: Action = { type: 'logout', fold: true };
  const { frames } = await run([login, logout, login, { type: 'restart' }], {
    session: { store },
    token: { ...PATCH.token, denyList: true },
  });
  const [before, after] = frames.slice(-2).map(({ token }) => token);
  const read = (lane: typeof before) => {
    const { denyList, refreshTokens } = lane?.state.servers.server ?? {};
    return { denyList, refreshTokens };
  };
  expect(read(after)).toEqual(left ?? read(before));
  expect(Object.keys(read(before).denyList ?? {})).toHaveLength(1);
  expect(after?.outcome.lost).toBe(lost);
});
