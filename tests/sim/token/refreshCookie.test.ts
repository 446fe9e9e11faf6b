import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { listCookies, REFRESH_KEY } from '../../../src/sim/client/client.ts';
import { getHeader } from '../../../src/sim/message.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyRun } from '../arbitraries.ts';
import { toScenario } from '../runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const anyCookieRun = anyRun(12).map(({ settings, actions }) => ({
  settings: {
    ...settings,
    token: { ...settings.token, refreshLifetime: 86_400, refreshInCookie: true },
  },
  actions,
}));

describe('a refresh token in a cookie of its own', () => {
  test('goes to its route alone, and no script and no body has it', async () => {
    const holds = fc.asyncProperty(anyCookieRun, async (run) => {
      const { frames } = await runScenario({ ...toScenario(), ...run });
      for (const { token } of frames) {
        for (const message of token.messages.filter(({ kind }) => kind !== 'store')) {
          const carried = message.carries.filter(({ what }) => what === 'refreshToken');
          expect(carried.filter((one) => one.in === 'body')).toEqual([]);
          if (message.kind === 'request' && carried.length > 0)
            expect(message.target).toMatch(/^\/refresh(\/logout)?$/);
        }
        for (const { storage, jar } of Object.values(token.state.clients)) {
          const kept = { ...storage.memory, ...storage.localStorage };
          expect(Object.keys(kept)).not.toContain(REFRESH_KEY);
          for (const cookie of listCookies(jar, REFRESH_KEY))
            expect(cookie).toMatchObject({ path: '/refresh', httpOnly: true });
        }
      }
    });
    await fc.assert(holds, { numRuns: 100 });
  });

  const settings = {
    token: { keptIn: 'memory', refreshLifetime: 86_400, refreshInCookie: true },
  } as const;
  const login = { type: 'login', fold: true } as const;
  const refresh = { type: 'refresh', fold: true } as const;
  const request = { type: 'request', fold: true } as const;

  test.each([
    ['a reload', { type: 'leave', how: 'reload' }, null],
    ['a closed browser', { type: 'leave', how: 'browser' }, null],
    ['a logout on the client alone', { type: 'forget' }, null],
    ['a logout', { type: 'logout', fold: true }, 'refreshMissing'],
    ['a logout everywhere', { type: 'logoutEverywhere' }, 'refreshMissing'],
    ['the end of its time', { type: 'wait', seconds: 86_400 }, 'refreshMissing'],
  ] as const)('after %s the refresh is refused for %s', async (_name, action, failure) => {
    const { frames } = await runScenario(toScenario(settings, [login, action, refresh, request]));
    const [traded, asked] = frames.slice(-2);
    expect(traded?.token.outcome.failure).toBe(failure);
    expect(asked?.token.outcome.allowed).toBe(failure === null);
  });

  test('is cleared with the Path that it was set with', async () => {
    const { frames } = await runScenario(toScenario(settings, [login, { type: 'logout' }]));
    const [, answer] = frames[2]?.token.messages.filter(({ kind }) => kind !== 'store') ?? [];
    expect(answer && getHeader(answer, 'Set-Cookie')).toBe(
      'refreshToken=; Path=/refresh; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    );
    expect(frames[2]?.token.state.clients.client?.jar).toEqual([]);
  });
});
