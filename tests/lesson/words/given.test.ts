import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { run } from '../../sim/runs.ts';

const tellSession = async (actions: readonly Action[], patch: SettingsPatch, step: number) => {
  const { session, row } = openTelling(await run(actions, patch)).at(step);
  return { detail: row.session.detail, sentence: toPlainText(session.sentence) };
};

const LOGIN: Action = { type: 'login', fold: true };

test.each<[string, Action[], SettingsPatch]>([
  ['user is banned', [LOGIN, { type: 'ban' }, { type: 'request' }], {}],
  [
    'role missing',
    [LOGIN, { type: 'demote' }, { type: 'request', target: '/admin' }],
    { user: { role: 'admin' } },
  ],
])('whose record the store gave is said, though it is refused: %s', async (why, actions, patch) => {
  const { detail, sentence } = await tellSession(actions, patch, 4);
  expect(detail).toMatch(new RegExp(`^get\\(.*\\) → abc123, ${why}$`));
  expect(sentence).toContain("finds { userId: 'abc123' }. The server refuses all the same: ");
});

test('a record of nobody’s is no nothing', async () => {
  const patch = { session: { saveUninitialized: true } };
  const visit: Action = { type: 'request' };
  const { detail, sentence } = await tellSession([visit, visit], patch, 5);
  expect(detail).toMatch(/→ nobody’s record$/);
  expect(sentence).toMatch(/finds a record that names no user/);
});

test('nothing is said to be found where the record is gone', async () => {
  const actions: Action[] = [LOGIN, { type: 'restart' }, { type: 'request' }, { type: 'logout' }];
  expect((await tellSession(actions, {}, 4)).detail).toMatch(/→ nothing$/);
  const logout = await tellSession(actions, {}, 6);
  expect(logout.detail).toBe('204, no session');
  expect(logout.sentence).toContain('opens no session, so the server has none to destroy');
});
