import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { getFrame, run, type SettingsPatch } from '../runs.ts';

/*
 * express-session's rules by what its store and the browser see. A row: settings of the session,
 * Actions, and of the last Action the calls to the store and its Set-Cookie fields.
 */
const login: Action = { type: 'login' };
const wrong: Action = { type: 'login', password: 'wrong' };
const visit: Action = { type: 'request' };
const logout: Action = { type: 'logout' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

type Row = readonly [
  name: string,
  settings: SettingsPatch['session'],
  actions: readonly Action[],
  calls: string,
  cookies: string,
];

const noLogin = { saveUninitialized: true };
const keep = { destroyAtLogout: false };
const leave = { clearCookieAtLogout: false };
const forever = { lifetime: null };
const planted = { saveUninitialized: true, regenerate: false };

const ROWS: readonly Row[] = [
  ['anonymous', {}, [visit], '', ''],
  ['anonymous, all saved', noLogin, [visit], 'set', 'sid'],
  ['anonymous, all saved, Secure over http', { ...noLogin, secure: true }, [visit], 'set', ''],
  ['anonymous again, all saved', noLogin, [visit, visit], 'get touch', ''],
  ['login', {}, [login], 'destroy set', 'sid'],
  ['login without regenerate', { regenerate: false }, [login], 'set', 'sid'],
  ['login, Secure over http', { secure: true }, [login], 'destroy set', ''],
  ['login, browser session', forever, [login], 'destroy set', 'sid'],
  ['wrong password', {}, [wrong], '', ''],
  ['wrong password, all saved', noLogin, [wrong], 'set', 'sid'],
  ['wrong password while logged in', {}, [login, wrong], 'get touch', ''],
  ['login while logged in', {}, [login, login], 'get destroy set', 'sid'],
  ['the same without regenerate', { regenerate: false }, [login, login], 'get touch', ''],
  ['login on an anonymous session', noLogin, [visit, login], 'get destroy set', 'sid'],
  ['login on a planted session', planted, [visit, login], 'get set', 'sid'],
  ['the same, browser session', { ...planted, ...forever }, [visit, login], 'get set', ''],
  ['logged in', {}, [login, visit], 'get touch', ''],
  ['logged in, Secure over http', { secure: true }, [login, visit], '', ''],
  ['logged in, rolling', { rolling: true }, [login, visit], 'get touch', 'sid'],
  ['logged in, a second before the end', {}, [login, wait(899), visit], 'get touch', ''],
  ['logged in, at the end', {}, [login, wait(900), visit], '', ''],
  ['browser session, ten years on', forever, [login, wait(315_360_000), visit], 'get touch', ''],
  ['logout', {}, [login, logout], 'get destroy', 'cleared'],
  ['logout that keeps the record', keep, [login, logout], 'get touch', 'cleared'],
  ['logout that leaves the cookie', leave, [login, logout], 'get destroy', ''],
  ['logout that does neither', { ...keep, ...leave }, [login, logout], 'get touch', ''],
  ['kept record, rolling', { ...keep, rolling: true }, [login, logout], 'get touch', 'cleared sid'],
  ['logout of nobody', {}, [logout], 'destroy', 'cleared'],
  ['logout of nobody, record kept', keep, [logout], '', 'cleared'],
  ['a dead cookie', leave, [login, logout, visit], 'get', ''],
  ['a dead cookie, all saved', { ...leave, ...noLogin }, [login, logout, visit], 'get set', 'sid'],
];

describe('store calls and Set-Cookie', () => {
  test.each(ROWS)('%s', async (_name, session, actions, calls, cookies) => {
    const { frames } = await run(actions, { session });
    const last = actions.length - 1;
    const messages = frames
      .filter(({ actionIndex }) => actionIndex === last)
      .flatMap((frame) => frame.session.messages);
    const verbs = messages.filter(({ kind }) => kind === 'store').map(({ method }) => method);
    expect(verbs.join(' ')).toBe(calls);
    const fields = messages.flatMap(({ headers }) =>
      headers.flatMap(([name, value]) => (name === 'Set-Cookie' ? [value] : [])),
    );
    expect(
      fields.map((value) => (value.startsWith('connect.sid=;') ? 'cleared' : 'sid')).join(' '),
    ).toBe(cookies);
  });
});

describe('the attributes of Set-Cookie, in express-session’s order', () => {
  const expires = 'Expires=Thu, 01 Jan 2026 12:15:00 GMT';
  const origin = 'https://bank.test';
  test.each<[SettingsPatch, string]>([
    [{}, `Path=/; ${expires}; HttpOnly; SameSite=Lax`],
    [{ session: { sameSite: null } }, `Path=/; ${expires}; HttpOnly`],
    [{ session: { sameSite: 'strict' } }, `Path=/; ${expires}; HttpOnly; SameSite=Strict`],
    [{ session: { httpOnly: false } }, `Path=/; ${expires}; SameSite=Lax`],
    [{ session: { lifetime: null } }, 'Path=/; HttpOnly; SameSite=Lax'],
    [{ session: { lifetime: null, sameSite: null, httpOnly: false } }, 'Path=/'],
    [
      { session: { secure: true, sameSite: 'none' }, origin },
      `Path=/; ${expires}; HttpOnly; Secure; SameSite=None`,
    ],
  ])('%j', async (patch, attributes) => {
    const { messages } = getFrame(await run([login], patch), 4).session;
    const setCookie = messages[0]?.headers.find(([name]) => name === 'Set-Cookie')?.[1] ?? '';
    expect(setCookie.slice(setCookie.indexOf('; ') + 2)).toBe(attributes);
  });
});

test('a rolling cookie moves its date with each answer', async () => {
  const { frames } = await run([login, wait(100), visit], { session: { rolling: true } });
  const toExpiry = (step: number) => frames.at(step)?.session.state.clients.client?.jar[0]?.expires;
  expect((toExpiry(-1) ?? 0) - (toExpiry(5) ?? 0)).toBe(100);
});

test('only login with regenerate makes a new session ID', async () => {
  const toIds = async (session: SettingsPatch['session']) => {
    const { frames } = await run([visit, login], { session });
    const sids = [3, -1].map(
      (step) => frames.at(step)?.session.state.clients.client?.jar[0]?.value,
    );
    return new Set(sids).size;
  };
  expect(await toIds({ saveUninitialized: true })).toBe(2);
  expect(await toIds(planted)).toBe(1);
});
