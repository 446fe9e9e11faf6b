import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { CLIENT } from '../../../src/sim/actors.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { SessionSettings, Settings, TokenSettings } from '../../../src/sim/settings.ts';
import { getClient } from '../../../src/sim/state.ts';
import { anyRun } from '../arbitraries.ts';
import { run } from '../runs.ts';

const login: Action = { type: 'login' };

async function logIn(
  origin: string,
  session: Partial<SessionSettings>,
  token: Partial<TokenSettings>,
) {
  const change: SettingsChange = { origin, session, token: { keptIn: 'cookie', ...token } };
  const { frames } = await run([login], changeSettings(change));
  const { state, outcome } = frames.at(-1)?.token ?? {};
  const jar = state ? getClient(state, CLIENT).jar : [];
  return { names: jar.map(({ name }) => name), told: outcome?.idle ?? outcome?.type };
}

describe('a token’s cookie', () => {
  const HTTP = 'http://bank.localhost';
  const HTTPS = 'https://bank.localhost';
  const secure = true;
  const own = { cookieDomain: 'bank.localhost' };
  const inCookie = { refreshLifetime: 86_400, refreshInCookie: true };

  test.each<[string, Partial<SessionSettings>, Partial<TokenSettings>, string]>([
    [HTTP, {}, { cookieName: 'jwt' }, 'done'],
    [HTTP, {}, { cookieName: 'connect.sid' }, 'done'],
    [HTTP, {}, { cookieName: "a!#$%&'*+.^_`|~" }, 'done'],
    [HTTP, {}, { cookieName: '__Host-jwt' }, 'cookieBreaksPrefix'],
    [HTTPS, {}, { cookieName: '__secure-jwt' }, 'cookieBreaksPrefix'],
    [HTTPS, { secure }, { cookieName: '__Host-jwt' }, 'done'],
    [HTTPS, { secure, ...own }, { cookieName: '__Host-jwt' }, 'cookieBreaksPrefix'],
    [HTTPS, { secure, ...own }, { cookieName: '__Secure-jwt' }, 'done'],
  ])('at %s with %j and %j leaves the browser with: %s', async (origin, session, token, told) => {
    const { cookieName } = token;
    const names = told === 'done' ? [cookieName] : [];
    expect(await logIn(origin, session, token)).toEqual({ names, told });
  });

  test('is told of by its own faults, not by those of the refresh token beside it', async () => {
    const token = { ...inCookie, cookieName: '__Host-jwt' };
    const found = await logIn(HTTP, {}, token);
    expect(found).toEqual({ names: ['refreshToken'], told: 'cookieBreaksPrefix' });
    const { told } = await logIn(HTTP, { cookieDomain: 'shop.localhost' }, inCookie);
    expect(told).toBe('cookieOfOtherDomain');
  });
});

describe('whatever a token’s cookie is called', () => {
  // As long as the usual one, so that what is too large with the one is so with the other.
  const NAMES = { usual: 'token', own: 'jeton' };
  const withName = ({ token, ...rest }: Settings, cookieName?: string): Settings => {
    const { cookieName: _, ...plain } = token;
    const named = { ...plain, keptIn: 'cookie', ...(cookieName && { cookieName }) } as const;
    return { ...rest, token: named };
  };
  /** All that happens in a lane, the cookie under its usual name. */
  async function tell(settings: Settings, actions: readonly Action[]) {
    const { frames } = await run(actions, settings);
    return frames.map(({ session, token }) => ({
      session,
      token: JSON.stringify(token)
        .replaceAll(`"tokenCookieName":"${NAMES.own}",`, '')
        .replaceAll(`,"tokenCookieName":"${NAMES.own}"`, '')
        .replaceAll(`"${NAMES.own}"`, `"${NAMES.usual}"`)
        .replaceAll(`${NAMES.own}=`, `${NAMES.usual}=`),
    }));
  }

  test('the same happens', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(8), async ({ settings, actions }) => {
        const told = await tell(withName(settings, NAMES.own), actions);
        expect(told).toEqual(await tell(withName(settings), actions));
      }),
      { numRuns: 60 },
    );
  });
});
