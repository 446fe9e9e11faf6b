import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { getFrame, runWalk } from '../../sim/runs.ts';

const walk = await runWalk();
const logout = openTelling(walk).at(9).session.messages;

test('start lines are those of HTTP/1.1, and a store call is code', () => {
  const sid = getFrame(walk, 3).session.outcome.proof?.credential;
  expect(logout.map((one) => (one.kind === 'store' ? one.call : one.startLine))).toEqual([
    'POST /logout HTTP/1.1',
    `store.get('${sid}')`,
    `store.destroy('${sid}')`,
    'HTTP/1.1 204 No Content',
  ]);
});
