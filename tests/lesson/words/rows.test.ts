import { describe, expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { run, runWalk, type SettingsPatch } from '../../sim/runs.ts';
import { TABLE } from '../walkFacts.ts';

const walk = await runWalk();

const toRow = (step: number, trace = walk) => {
  const { action, session, token, result } = openTelling(trace).at(step).row;
  return [step, action, session.text, token.text, result];
};

test.each(TABLE)('row %i is the lesson’s, letter for letter', (...row) => {
  expect(toRow(row[0])).toEqual(row);
  expect(openTelling(walk).at(row[0]).title).toBe(row[1]);
});

test('there are 12 rows, and one for the start', () => {
  expect(walk.frames).toHaveLength(TABLE.length + 1);
  expect(toRow(0)).toEqual([0, 'Start', 'No session yet', 'No token yet', 'Nobody is logged in']);
});

const login: Action = { type: 'login' };
const wrong: Action = { type: 'login', password: 'wrong' };
const visit: Action = { type: 'request' };
const folded: Action = { type: 'request', fold: true };
const logout: Action = { type: 'logout' };

/** No text may say what did not happen: what a row says when it went otherwise. */
describe('a row says what happened', () => {
  test.each<[string, readonly Action[], SettingsPatch['session'], number, readonly string[]]>([
    [
      'wrong password: check',
      [wrong],
      {},
      2,
      ['Credentials valid?', 'Credentials valid?', 'No, refuse'],
    ],
    ['wrong password: create', [wrong], {}, 3, ['No session', 'No token', 'No auth data']],
    [
      'wrong password: answer',
      [wrong],
      {},
      4,
      ['Send no cookie', 'Send no token', 'Client receives a refusal'],
    ],
    [
      'wrong password: store',
      [wrong],
      {},
      5,
      ['Nothing to store', 'Nothing to store', 'Nothing stored'],
    ],
    [
      'login again',
      [login, login],
      {},
      6,
      [
        'An older session cookie rides along',
        'An older token is not sent',
        'Server receives credentials',
      ],
    ],
    [
      'Secure over http: answer',
      [login],
      { secure: true },
      4,
      ['Send no cookie', 'Send token in response body', 'Client receives only the token'],
    ],
    [
      'Secure over http: store',
      [login],
      { secure: true },
      5,
      [
        'Nothing to store',
        'Client stores token in memory or localStorage',
        'Only the token is stored',
      ],
    ],
    [
      'nobody: send',
      [visit],
      {},
      1,
      ['No cookie to send', 'No token to send', 'Request sent, auth missing'],
    ],
    [
      'nobody: check',
      [visit],
      {},
      2,
      ['No session ID to check', 'No token to verify', 'Auth verified or rejected'],
    ],
    [
      'still logged in',
      [login, folded],
      {},
      6,
      ['Session accepted, access granted', 'Token accepted, access granted', 'Still logged in'],
    ],
    [
      'expired',
      [login, { type: 'wait', seconds: 900 }, folded],
      {},
      7,
      ['No session cookie, access denied', 'Token refused, access denied', 'User must login again'],
    ],
    [
      'no lifetime for the session',
      [login, { type: 'wait', seconds: 900 }, folded],
      { lifetime: null },
      7,
      [
        'Session accepted, access granted',
        'Token refused, access denied',
        'Only the session gets in',
      ],
    ],
    [
      'record kept: logout',
      [login, logout],
      { destroyAtLogout: false },
      6,
      ['Client requests logout', 'Client deletes token locally', 'Session kept, token discarded'],
    ],
    [
      'record kept: clean-up',
      [login, logout],
      { destroyAtLogout: false },
      7,
      ['Session stays on server', 'No server cleanup needed', 'Session stays on server'],
    ],
    [
      'end while logged in',
      [login, { type: 'end' }],
      {},
      6,
      ['Session still alive', 'Token still with the client', 'Authentication goes on'],
    ],
    [
      'folded login',
      [{ ...login, fold: true }],
      {},
      1,
      ['Session created, cookie set', 'Token signed and handed out', 'Logged in'],
    ],
    [
      'folded refusal',
      [{ ...wrong, fold: true }],
      {},
      1,
      ['Login refused', 'Login refused', 'Not logged in'],
    ],
  ])('%s', async (_name, actions, session, step, cells) => {
    expect(toRow(step, await run(actions, { session })).slice(2)).toEqual(cells);
  });
});
