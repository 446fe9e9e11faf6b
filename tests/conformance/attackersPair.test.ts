import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

const SHORT = { lifetime: 300, refreshLifetime: 86_400 };
const TRADE: Action = { type: 'refresh', client: 'attacker' };
const REPLAY: Action = { type: 'replay' };

/** A thief who trades the refresh token in and goes on with what it is given. */
const ACTIONS: readonly Action[] = [
  ...[
    { type: 'login' } as const,
    { type: 'steal' } as const,
    { type: 'wait', seconds: 200 } as const,
  ],
  ...[TRADE, { type: 'wait', seconds: 100 } as const, REPLAY, TRADE, REPLAY],
  { type: 'replay', what: 'refreshToken' },
  ...[{ type: 'request' } as const, { type: 'refresh' } as const, TRADE, REPLAY],
  ...[{ type: 'logout' } as const, REPLAY, TRADE],
];

const DESIGNS: Readonly<Record<string, SettingsChange>> = {
  'in the body': { token: SHORT },
  'in a cookie of its own': { token: { ...SHORT, refreshInCookie: true } },
  'beside a token in a cookie': { token: { ...SHORT, keptIn: 'cookie' } },
  'that is a JWT': { token: { ...SHORT, refreshFormat: 'jwt' } },
  'with a grace period': { token: { ...SHORT, refreshGrace: 300 } },
  'with a deny-list': { token: { ...SHORT, denyList: true } },
  'in a cookie that its browser refuses': {
    origin: 'http://bank.localhost:3000',
    session: { sameSite: 'none' },
    token: { ...SHORT, keptIn: 'cookie', refreshInCookie: true },
  },
  'of a page on another port': {
    frontEnd: { origin: 'http://localhost:5173', credentials: 'include', cors: 'origin' },
    token: SHORT,
  },
};

test.each(Object.entries(DESIGNS))(
  'the real servers agree on a thief who trades in a refresh token %s',
  async (_, change) => {
    const settings = changeSettings(change);
    expect(await findDifferences({ settings, actions: ACTIONS })).toEqual([]);
  },
);
