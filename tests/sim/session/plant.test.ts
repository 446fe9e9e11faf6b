import { describe, expect, test } from 'vitest';
import type { Action, PlantWay } from '../../../src/sim/action.ts';
import { CLIENT } from '../../../src/sim/actors.ts';
import { storeCookie } from '../../../src/sim/client/jar.ts';
import { toPossibleActions } from '../../../src/sim/possible/possibleActions.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { plantCookie } from '../../../src/sim/session/planting.ts';
import { getClient } from '../../../src/sim/state.ts';
import { run } from '../runs.ts';

const login: Action = { type: 'login', fold: true };
const request: Action = { type: 'request', fold: true };
const replay: Action = { type: 'replay', fold: true };
const logout: Action = { type: 'logout', fold: true };
const plant = (by?: PlantWay): Action => ({ type: 'plant', ...(by && { by }) });

const BANK = { origin: 'http://bank.localhost:3000' };
const OPEN: SettingsChange = { session: { saveUninitialized: true, regenerate: false } };
const SAFE: SettingsChange = { session: { saveUninitialized: true } };

/** What each Action came to in the session's lane, and the cookies that are there afterwards. */
async function play(change: SettingsChange, actions: readonly Action[]) {
  const { frames } = await run(actions, changeSettings(change));
  const [last] = frames.slice(-1);
  const jar = last ? getClient(last.session.state, CLIENT).jar : [];
  const told = frames
    .slice(1)
    .map(({ session: { outcome } }) => outcome.failure ?? outcome.idle ?? outcome.status ?? 'done');
  return { told, jar, last };
}

describe('a planted cookie', () => {
  test.each<[string, SettingsChange, readonly Action[], readonly (string | number)[]]>([
    [
      'is what the user logs in on, where nothing was there and nothing is regenerated',
      { ...BANK, ...OPEN },
      [plant('subdomain'), login, request, replay],
      ['done', 200, 200, 200],
    ],
    [
      'stands before the new one after regenerate, and keeps the user out',
      { ...BANK, ...SAFE },
      [plant('subdomain'), login, request, replay],
      ['done', 200, 'sessionUnknown', 'sessionUnknown'],
    ],
    [
      'stands behind the one of a session that is there',
      { ...BANK, ...OPEN },
      [login, plant('subdomain'), request, replay],
      [200, 'done', 200, 'sessionAnonymous'],
    ],
    [
      'with a longer Path stands before any, and no login helps',
      { ...BANK, ...SAFE },
      [login, plant('path'), request, login, request],
      [200, 'done', 'sessionAnonymous', 200, 'sessionAnonymous'],
    ],
    [
      'from a subdomain is refused under a name with __Host-',
      {
        origin: 'https://bank.localhost:3000',
        session: { ...OPEN.session, secure: true, cookieName: '__Host-sid' },
      },
      [plant('subdomain'), plant('path'), login, request, replay],
      ['plantBehindPrefix', 'plantBehindPrefix', 200, 200, 'sessionAnonymous'],
    ],
    [
      'from a subdomain is taken under a name with __Secure-, for it can say Secure',
      {
        origin: 'https://bank.localhost:3000',
        session: { ...OPEN.session, secure: true, cookieName: '__Secure-sid' },
      },
      [plant('subdomain'), login, request, replay],
      ['done', 200, 200, 200],
    ],
    [
      'by a script is refused under a name with __Http-',
      {
        origin: 'https://bank.localhost:3000',
        session: { ...OPEN.session, secure: true, cookieName: '__Http-sid' },
      },
      [plant('script'), login, request, replay],
      ['plantBehindPrefix', 200, 200, 'sessionAnonymous'],
    ],
    [
      'of a script does not take the place of an HttpOnly one',
      OPEN,
      [login, plant('script'), request, replay],
      [200, 'plantBehindHttpOnly', 200, 'sessionAnonymous'],
    ],
    [
      'of a script does take the place of one without HttpOnly',
      { session: { ...OPEN.session, httpOnly: false } },
      [login, plant('script'), request],
      [200, 'done', 'sessionAnonymous'],
    ],
    [
      'over plain http does not take the place of a Secure one',
      { origin: 'https://bank.test', session: { ...OPEN.session, secure: true } },
      [login, plant('http'), request],
      [200, 'plantBehindSecure', 200],
    ],
    [
      'over plain http does take the place of one that is not Secure',
      { origin: 'https://bank.test', ...OPEN },
      [login, plant('http'), request],
      [200, 'done', 'sessionAnonymous'],
    ],
  ])('%s', async (_, change, actions, expected) => {
    expect((await play(change, actions)).told).toEqual(expected);
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'cannot come from a subdomain of %s',
    async (origin) => {
      const { told, jar } = await play({ origin, ...OPEN }, [plant('subdomain')]);
      expect(told).toEqual(['plantWithoutSubdomains']);
      expect(jar).toEqual([]);
    },
  );

  test('that says no means is a script’s, as in runs from before there were others', async () => {
    for (const change of [OPEN, SAFE]) {
      const now = await play(change, [plant(), login, replay]);
      expect(now.told).toEqual(
        change === OPEN ? ['done', 200, 200] : ['done', 200, 'sessionUnknown'],
      );
      const said = await play(change, [plant('script'), login, replay]);
      expect(said.jar).toEqual(now.jar);
    }
  });

  test.each<[PlantWay, string, string]>([
    ['script', 'a=1; HttpOnly; Path=/', 'plantBehindHttpOnly'],
    ['path', 'a=1; HttpOnly; Path=/profile', 'plantBehindHttpOnly'],
    ['subdomain', 'a=1; HttpOnly; Path=/; Domain=bank.test', 'plantBehindHttpOnly'],
    ['http', 'a=1; Secure; Path=/', 'plantBehindSecure'],
  ])('by %s is refused beside “%s”: %s', (way, header, reason) => {
    const origin = 'https://bank.test';
    const jar = storeCookie([], header, `${origin}/`, 0);
    const planted = { name: 'a', value: '2', way, origin, now: 0 };
    expect(plantCookie(jar, planted)).toBe(reason);
    const free = plantCookie([], planted);
    expect(typeof free === 'string' ? free : free.map(({ value }) => value)).toEqual(['2']);
  });

  test('is none where the attacker is given none, whatever it had before', async () => {
    const actions: Action[] = [{ type: 'login', client: 'attacker', fold: true }, plant()];
    expect((await play({}, actions)).told).toEqual([200, 'noCookieToPlant']);
  });

  test('is not the one that a logout clears', async () => {
    const { jar, last } = await play({ ...BANK, ...OPEN }, [login, plant('subdomain'), logout]);
    expect(jar.map(({ hostOnly, httpOnly }) => [hostOnly, httpOnly])).toEqual([[false, false]]);
    const { discarded, jar: left } = getClient(last?.session.state as never, CLIENT);
    expect(discarded).not.toBe(left[0]?.value);
  });
});

test('it is offered by the means that there are', async () => {
  const offered = async (origin: string, actions: readonly Action[]) => {
    const settings = changeSettings({ origin, ...SAFE });
    const { last } = await play({ origin, ...SAFE }, actions);
    const all = last ? toPossibleActions(last, settings) : [];
    return all.flatMap((one) => (one.type === 'plant' ? [one.by ?? 'script'] : []));
  };
  expect(await offered('http://localhost:3000', [request])).toEqual(['path']);
  expect(await offered('http://localhost:3000', [])).toEqual(['script', 'path']);
  expect(await offered(BANK.origin, [login])).toEqual(['subdomain', 'path']);
  expect(await offered('https://bank.test', [login])).toEqual(['subdomain', 'path', 'http']);
});
