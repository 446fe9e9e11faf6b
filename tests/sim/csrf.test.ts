import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { validateSettings } from '../../src/sim/check/settings.ts';
import { toFetchSite } from '../../src/sim/client/fetchMetadata.ts';
import { arrivesSecurely } from '../../src/sim/http/tlsProxy.ts';
import type { Settings } from '../../src/sim/settings.ts';
import { CSRF_CHECKS } from '../../src/sim/settings.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';
import { toScenario, toSettings } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

test.each([
  [null, 'https://bank.test/', 'none'],
  ['https://bank.test', 'https://bank.test/', 'same-origin'],
  ['https://bank.test:8443', 'https://bank.test/', 'same-site'],
  ['https://sub.bank.test', 'https://bank.test/', 'same-site'],
  ['http://bank.test', 'https://bank.test/', 'cross-site'],
  ['https://evil.test', 'https://bank.test/', 'cross-site'],
  ['http://localhost:5173', 'http://localhost:3000/', 'same-site'],
  ['http://localhost:5173', 'http://127.0.0.1:3000/', 'cross-site'],
  ['http://bank.test', 'http://bank.test/', null],
] as const)('Sec-Fetch-Site of a page at %s to %s is %s', (initiator, url, site) => {
  expect(toFetchSite(initiator, url)).toBe(site);
});

describe('a check of whose page it is', () => {
  const anyChecked = fc.record({ run: anyRun(8), csrf: fc.constantFrom(...CSRF_CHECKS) });

  test('lets no form and no fetch of another page make a transfer, and changes nothing else', async () => {
    const holds = fc.asyncProperty(anyChecked, async ({ run, csrf }) => {
      const checked = await runScenario({
        ...toScenario(),
        ...run,
        settings: { ...run.settings, csrf },
      });
      const plain = await runScenario({ ...toScenario(), ...run });
      const isInCookie = run.settings.token.keptIn === 'cookie';
      for (const lane of ['session', 'token'] as const) {
        for (const [i, frame] of checked.frames.entries()) {
          const { outcome } = frame[lane];
          const before = plain.frames[i]?.[lane].outcome;
          const isForeign =
            frame.action?.type === 'crossSite' &&
            frame.action.vehicle !== 'link' &&
            (lane === 'session' || isInCookie);
          if (isForeign) expect(outcome.allowed).not.toBe(true);
          // A page that lost its token, or a thief that never read one: from here on the runs part.
          else if (outcome.failure?.startsWith('csrfToken')) break;
          else expect(outcome.failure).toBe(before?.failure);
        }
      }
    });
    await fc.assert(holds, { numRuns: 60 });
  });
});

/** What somebody posts of an account or of money, with the CSRF token in it. */
const POSTS = new Set(['/transfer', '/password', '/logout-everywhere']);

describe('a CSRF token', () => {
  const anyTokenRun = anyRun(10).map(({ settings, actions }) => ({
    settings: { ...settings, csrf: 'token' as const },
    actions,
  }));

  test('is in every request that changes something, and missing where that is said', async () => {
    const holds = fc.asyncProperty(anyTokenRun, async (run) => {
      const { frames } = await runScenario({ ...toScenario(), ...run });
      for (const lane of ['session', 'token'] as const) {
        if (lane === 'token' && run.settings.token.keptIn !== 'cookie') continue;
        for (const frame of frames) {
          const { messages, outcome } = frame[lane];
          const asked = messages.find(
            ({ target, kind }) => kind === 'request' && POSTS.has(target),
          );
          const shown = asked?.carries.find(({ what }) => what === 'csrfToken');
          if (asked && outcome.status !== null && outcome.status < 400) expect(shown).toBeDefined();
          if (outcome.failure === 'csrfTokenMissing' && asked) expect(shown).toBeUndefined();
          if (outcome.failure === 'csrfTokenWrong' && asked) expect(shown).toBeDefined();
        }
      }
    });
    await fc.assert(holds, { numRuns: 100 });
  });

  test.each([
    ['a reload', { type: 'leave', how: 'reload' }, 'csrfTokenMissing'],
    ['a second login elsewhere', { type: 'login', client: 'phone' }, null],
    ['a new secret', { type: 'rotateSecret', how: 'add' }, null],
  ] as const)('after %s a transfer is refused for %s', async (_name, action, failure) => {
    const settings = { csrf: 'token', token: { keptIn: 'cookie', kid: true } } as const;
    const transfer = { type: 'request', target: '/transfer', fold: true } as const;
    const actions = [{ type: 'login' } as const, action, transfer, { type: 'request' } as const];
    const { frames } = await runScenario(toScenario(settings, [...actions, transfer]));
    const ends = frames.filter((frame) => frame.action === transfer);
    for (const lane of ['session', 'token'] as const) {
      expect(ends.map((frame) => frame[lane].outcome.failure)).toEqual([failure, null]);
    }
  });

  test('guards the account as it guards money', async () => {
    const page = { origin: 'http://sub.bank.localhost:3000', credentials: 'include' } as const;
    const actions = [
      { type: 'login', fold: true },
      { type: 'changePassword' },
      { type: 'logoutEverywhere' },
    ] as const;
    const settings = {
      origin: 'http://bank.localhost:3000',
      frontEnd: { ...page, cors: 'credentials' },
      token: { keptIn: 'cookie', comparesIat: true },
    } as const;
    const run = async (csrf: Settings['csrf']) => {
      const { frames } = await runScenario(toScenario({ ...settings, csrf }, actions));
      return frames
        .slice(-2)
        .flatMap(({ session, token }) => [session.outcome.failure, token.outcome.failure]);
    };
    expect(await run('fetchSite')).toEqual(Array(4).fill('fetchSiteForeign'));
    expect(await run('origin')).toEqual(Array(4).fill(null));
    expect(await run('token')).toEqual(Array(4).fill(null));
  });
});

describe('what is known of the connection', () => {
  const https = 'https://bank.localhost:3000';
  test.each([
    [{ origin: https }, true],
    [{ origin: 'http://bank.localhost:3000' }, false],
    [{ origin: https, tlsProxy: { tells: true, trusted: true } }, true],
    [{ origin: https, tlsProxy: { tells: true, trusted: false } }, false],
    [{ origin: https, tlsProxy: { tells: false, trusted: true } }, false],
    [{ origin: 'http://bank.localhost:3000', tlsProxy: { tells: true, trusted: true } }, false],
  ])('%j: by https, for all that Express knows, %s', (settings, isSecure) => {
    expect(arrivesSecurely(settings)).toBe(isSecure);
  });

  test('a proxy that tells and is believed is as none, but for the field that it adds', async () => {
    const holds = fc.asyncProperty(anyRun(6), async ({ settings, actions }) => {
      const tlsProxy = { tells: true, trusted: true };
      const toOutcomes = async (each: Settings) =>
        (await runScenario({ ...toScenario({}, actions), settings: each })).frames.map(
          ({ session, token }) => [session.outcome, token.outcome],
        );
      expect(await toOutcomes({ ...settings, tlsProxy })).toEqual(await toOutcomes(settings));
    });
    await fc.assert(holds, { numRuns: 40 });
  });
});

describe('settings from outside', () => {
  const frontEnd = { origin: 'http://localhost:5173', credentials: 'include', cors: 'any' };
  test.each([
    { frontEnd },
    { tlsProxy: { tells: false, trusted: true } },
    { csrf: 'origin' },
    { thirdPartyCookies: 'blocked' },
    { session: { secure: 'auto' } },
  ])('%j is taken as it is', (change) => {
    const checked = validateSettings(change);
    expect('settings' in checked && checked.settings).toEqual(toSettings(change as object));
  });

  test.each([
    [{ frontEnd: { origin: 'http://localhost:5173' } }, 'frontEnd'],
    [{ frontEnd: { ...frontEnd, cors: 'yes' } }, 'frontEnd.cors'],
    [{ frontEnd: { ...frontEnd, origin: 'http://localhost:5173/' } }, 'frontEnd.origin'],
    [{ frontEnd: { ...frontEnd, credentials: 'all' } }, 'frontEnd.credentials'],
    [{ frontEnd: { ...frontEnd, more: 1 } }, 'frontEnd.more'],
    [{ tlsProxy: { tells: true } }, 'tlsProxy'],
    [{ tlsProxy: true }, 'tlsProxy'],
    [{ csrf: 'none' }, 'csrf'],
    [{ thirdPartyCookies: 'allowed' }, 'thirdPartyCookies'],
    [{ session: { secure: 'yes' } }, 'session.secure'],
  ])('%j is a problem at %s', (change, path) => {
    const checked = validateSettings(change);
    expect('errors' in checked && checked.errors.map((one) => one.path)).toEqual([path]);
  });
});
