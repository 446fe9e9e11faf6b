import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
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
  expect(told.sentence).toContain('Its deny-list and its refresh tokens are in a database');
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
  expect(told.sentence).toContain('Its deny-list is in a database');
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

const IN_STORE: SettingsPatch = {
  session: { store: 'persistent', storeLatencyMs: 300 },
  token: { ...LISTS, inSessionStore: true },
};
const DOWN: readonly Action[] = [{ type: 'login', fold: true }, { type: 'storeOutage' }];

test.each<[string, readonly Action[], Partial<SettingsPatch['token']>, string, string]>([
  ['is down with it', DOWN, {}, 'fails, however good its signature', 'No token can be looked up'],
  [
    'answers again with it',
    [...DOWN, { type: 'storeOutage', over: true }],
    {},
    'in that store too, and can be asked for again',
    'Server can ask again',
  ],
  [
    'lets no request in meanwhile',
    [...DOWN, { type: 'request', fold: true }],
    {},
    'nobody can tell whether the token was revoked',
    'Deny-list is down, the server fails',
  ],
  [
    'ends no token at a logout meanwhile',
    [...DOWN, { type: 'logout', fold: true }],
    {},
    'Once it is back, the token is as good as before',
    'Client requests logout and drops token',
  ],
  [
    'ends no login anywhere meanwhile',
    [...DOWN, { type: 'logoutEverywhere' }],
    {},
    'No login is ended.',
    'Denied: deny-list is down',
  ],
  [
    'trades no refresh token in meanwhile, and uses none up',
    [...DOWN, { type: 'refresh', fold: true }],
    {},
    'Nothing is used up, so the same refresh token will do when it is back.',
    'Denied: store is down',
  ],
  [
    'lets nobody log in meanwhile, where a refresh token goes with it',
    [...DOWN, { type: 'login', fold: true }],
    {},
    'The server answers 500: the store of the refresh tokens is down. No credential is made',
    'Login refused',
  ],
  [
    'keeps refresh tokens going where a changed password would end them',
    [...DOWN, { type: 'changePassword' }],
    { denyList: false, comparesIat: true },
    'The password is changed by then, and access tokens from before are refused; the refresh tokens go on.',
    'Row changes, refresh tokens go on',
  ],
  [
    'ends what it can at a logout everywhere',
    [...DOWN, { type: 'logoutEverywhere' }],
    { denyList: false, comparesIat: true },
    'They go on; access tokens from before are refused all the same.',
    'Denied: store is down',
  ],
  [
    'is waited for by each of two tabs, and not by one for the other',
    [{ type: 'login', fold: true }, { type: 'refreshTwice' }],
    { denyList: false },
    'The server waits 300 ms for the store, 2 times, so it answers 600 ms later.',
    'Denied',
  ],
])('what is in the session store %s', async (_, actions, token, sentence, cell) => {
  const told = await sayLast(actions, { ...IN_STORE, token: { ...IN_STORE.token, ...token } });
  expect(told.sentence).toContain(sentence);
  expect(told.cell).toContain(cell);
  expect(told.code).toContain('in the session store');
});
