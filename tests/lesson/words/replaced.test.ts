import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { run } from '../../sim/runs.ts';

const LOGIN: Action = { type: 'login', fold: true };
const LINK: Action = { type: 'crossSite', vehicle: 'link' };

const tell = async (actions: readonly Action[], sameSite: 'lax' | 'strict', everybody = true) =>
  openTelling(await run(actions, { session: { sameSite, saveUninitialized: everybody } }));

test.each<[string, 'lax' | 'strict', Action, string]>([
  ['a link, Strict', 'strict', LINK, 'Denied: no cookie'],
  ['a posted form, Lax', 'lax', { type: 'crossSite', vehicle: 'form' }, 'Held: SameSite=Lax'],
])(
  'that the user’s cookie is replaced is said in row, sentence and tracker: %s',
  async (_, sameSite, action, decided) => {
    const { at } = await tell([LOGIN, action, { type: 'request', fold: true }], sameSite);
    const { row, session, variables } = at(4);
    expect(row.session.text).toBe(`${decided}, user’s cookie replaced`);
    expect(toPlainText(session.sentence)).toContain('replaces the user’s, ');
    expect(variables.sessionCookie).toBe('replaced by nobody’s');
    expect(at(5).session.badge.word).toBe('Denied 401');
    expect(toPlainText(at(5).session.sentence)).toContain('the cookie of a session without a user');
  },
);

test.each<[string, Action, boolean, string]>([
  [
    'fetch, whose answer is another site’s',
    { type: 'crossSite', vehicle: 'fetch' },
    true,
    'Held: SameSite=Strict',
  ],
  ['a server that gives visitors no session', LINK, false, 'Denied: no cookie'],
])('nothing is said to be replaced by %s', async (_, action, everybody, decided) => {
  const { at } = await tell([LOGIN, action, { type: 'request', fold: true }], 'strict', everybody);
  expect(at(4).row.session.text).toBe(decided);
  expect(toPlainText(at(4).session.sentence)).not.toContain('replaces');
  expect(at(4).variables.sessionCookie).toMatch(/^(set in response, refused|stored in jar)$/);
  expect(at(5).session.badge.word).toBe('Allowed 200');
});

test('a cookie that the browser does not take is said not to be taken', async () => {
  const { at } = await tell([LOGIN, { type: 'crossSite', vehicle: 'fetch' }], 'strict');
  expect(at(4).variables.sessionCookie).toBe('set in response, refused');
  expect(toPlainText(at(4).session.sentence)).toMatch(
    /The browser does not take it, so the jar stays/,
  );
});

test('a second login says whose cookie makes way', async () => {
  const { at } = await tell([LOGIN, LOGIN], 'lax', false);
  expect(toPlainText(at(2).session.sentence)).toContain('In the jar it replaces the older one, ');
});

test('a session that a first visit is given is said to be nobody’s, once', async () => {
  const visit: Action = { type: 'request', fold: true };
  const { at } = await tell([visit, visit], 'lax');
  const [first, second] = [at(1), at(2)].map(({ session }) => toPlainText(session.sentence));
  expect(first).toContain('sets the cookie of a new session');
  expect(second).not.toContain('sets the cookie');
  expect(at(1).row.session.text).not.toContain('replaced');
});

test.each([true, false])(
  'a browser without a cookie holds none back from another site, given one or not: %s',
  async (everybody) => {
    const { at } = await tell([{ ...LINK, fold: true }], 'strict', everybody);
    expect(toPlainText(at(1).session.sentence)).not.toContain('holds the cookie back');
    expect(at(1).session.badge.word).toBe('Denied 401');
  },
);
