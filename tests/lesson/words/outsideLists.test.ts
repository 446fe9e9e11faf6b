import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/richText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { run } from '../../sim/runs.ts';

const LISTS = { denyList: true, refreshLifetime: 86_400 };
const OUTSIDE: SettingsPatch = { session: { store: 'persistent' }, token: LISTS };
const REVOKED: readonly Action[] = [
  { type: 'login', fold: true },
  { type: 'steal' },
  { type: 'logout', fold: true },
];

/** Returns what is said of the token's lane in the last step, and what the engine found. */
async function sayLast(actions: readonly Action[], patch: SettingsPatch) {
  const trace = await run(actions, patch);
  const { frames } = trace;
  const [before, last] = frames.slice(-2);
  const told = openTelling(trace).at(frames.length - 1);
  return {
    sentence: toPlainText(told.token.sentence),
    cell: told.row.token.text,
    code: openTelling(trace).run.codeDifferences.token,
    accepted: last?.token.outcome.copy?.accepted,
    isKept:
      JSON.stringify(last?.token.state.servers.server?.denyList) ===
      JSON.stringify(before?.token.state.servers.server?.denyList),
  };
}

test('a restart leaves a deny-list that is in a database, and says so', async () => {
  const told = await sayLast([...REVOKED, { type: 'restart' }], OUTSIDE);
  expect(told).toMatchObject({ isKept: true, accepted: false, cell: 'Database survives' });
  expect(told.sentence).toContain('its deny-list and its refresh tokens are in a database');
  expect(told.code).toContain('takes as an option, in a database');
});

test('a restart ends one that is in the process, and says so', async () => {
  const told = await sayLast([...REVOKED, { type: 'restart' }], { token: LISTS });
  expect(told).toMatchObject({ isKept: false, accepted: true, cell: 'Deny-list is lost' });
  expect(told.sentence).not.toContain('database');
  expect(told.code).not.toContain('database');
});

test('one that two servers share is in a database too', async () => {
  const shared = { second: {}, sharedStore: true, token: { denyList: true } };
  const told = await sayLast([...REVOKED, { type: 'restart' }], shared);
  expect(told).toMatchObject({ isKept: true, accepted: false });
  expect(told.sentence).toContain('its deny-list is in a database');
});

test('an outage of the session store leaves it alone, and says so where there is one', async () => {
  const outage: Action = { type: 'storeOutage' };
  const told = await sayLast([...REVOKED, outage], OUTSIDE);
  expect(told).toMatchObject({ isKept: true, accepted: false });
  expect(told.sentence).toContain(
    'Its deny-list and its refresh tokens are in another database, which goes on answering.',
  );
  const plain = await sayLast([...REVOKED, outage], { session: { store: 'persistent' } });
  expect(plain.sentence).not.toContain('database');
});

test('who drops a token on its own leaves its refresh token with the server', async () => {
  const left: readonly Action[] = [{ type: 'login', fold: true }, { type: 'forget' }];
  const told = await sayLast(left, { token: LISTS });
  expect(told.sentence).toContain('The server still keeps 1 usable refresh token.');
  const plain = await sayLast(left, {});
  expect(plain.sentence).toContain('No server kept anything about it');
});
