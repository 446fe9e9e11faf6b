import groups from 'virtual:scenario-answers';
import { describe, expect, test } from 'vitest';
import { findQuestions } from '../../../src/panels/questions/findQuestions.ts';

/** Returns the IDs of what a text finds. */
const find = (text: string): readonly string[] =>
  findQuestions(groups, text).asked.map(({ id }) => id);
const all = groups.flatMap(([, asked]) => asked.map(({ id }) => id));

test.each([
  ['my token was stolen, the user logs out, what now?', 'stolen-then-logout'],
  ['my session was stolen and I log out', 'stolen-then-logout'],
  ['My TOKEN was stolen!', 'stolen-then-logout'],
  ['session hijacking', 'stolen-then-logout'],
  ['I deploy, who is logged out?', 'restart-memory-store'],
  ['if I deploy now, who gets logged out?', 'restart-memory-store'],
  ['what does a second server change', 'two-servers-no-shared-store'],
  ['can a token be revoked', 'deny-list'],
  ['I ban a user', 'user-banned'],
  ['script injection', 'xss-local-storage'],
  ['Is localStorage safe?', 'xss-memory'],
])('“%s” finds first what answers it', (text, id) => {
  expect(find(text).slice(0, 3)).toContain(id);
});

test.each([
  ['revoke jwt', 'deny-list'],
  ['how do I invalidate a JWT?', 'deny-list'],
  ['token blacklist', 'deny-list'],
  ['redeploy', 'restart-memory-store'],
  ['what happens after a server restart', 'restart-memory-store'],
  ['load balancer with two servers', 'two-servers-no-shared-store'],
  ['idle timeout', 'expires-unused'],
  ['samesite lax', 'csrf-samesite-lax'],
  ['cross site request forgery', 'csrf-samesite-none'],
  ['xss httponly', 'xss-http-only'],
  ['login failed', 'wrong-password'],
  ['jwt too big for the header', 'token-too-large-header'],
  ['algorithm confusion', 'alg-not-listed'],
  ['alg:none', 'alg-none'],
  ['change the secret', 'rotation-secret-list'],
  ['rotate keys', 'rotation-kid-overlap'],
  ['guess the session id', 'tampered-sid'],
  ['someone stole my session cookie', 'stolen-then-logout'],
  ['a stolen refresh token', 'refresh-reuse'],
  ['log everybody out', 'rotation-without-overlap'],
  ['another device', 'stolen-other-machine'],
  ['stay logged in', 'refresh-rotation'],
  ['my servers’ clocks disagree', 'clock-skew'],
  ['where do I store the token', 'xss-memory'],
  ['token of a banned user', 'user-banned'],
])('“%s” finds as one of the first what answers it', (text, id) => {
  expect(find(text).slice(0, 3)).toContain(id);
});

test.each([
  ['sesion fixaton', 'session fixation'],
  ['wrong pasword', 'wrong password'],
  ['refesh token', 'refresh token'],
  ['cokie', 'cookie'],
  ['stolne', 'stolen'],
  ['tokne', 'token'],
  ['logut', 'logout'],
  ['localstorrage', 'localstorage'],
  ['algoritms', 'algorithms'],
  ['signiture', 'signature'],
])('“%s” is a typo', (text, meant) => {
  expect(findQuestions(groups, text).fit).toBe('found');
  expect(find(meant).slice(0, 8)).toContain(find(text)[0]);
});

test('a short word is no typo of another', () => {
  for (const text of ['xsd', 'ben', 'noce']) expect(find(text), text).toEqual([]);
});

describe('of questions with all words', () => {
  test.each([
    // The others have it in their ID alone.
    ['csrf', 'csrf-bearer-token'],
    ['lax', 'csrf-samesite-lax'],
    ['signature', 'tampered-signature'],
    ['refresh token', 'refresh-token-opens-pages'],
  ])('“%s”: the one that says most with them is first, and its group too', (text, id) => {
    expect(find(text).length).toBeGreaterThan(1);
    expect(find(text)[0]).toBe(id);
  });
});

test('a word that many have says less than one that few have', () => {
  expect(find('token').length).toBeGreaterThan(all.length / 4);
  expect(find('token banned')[0]).toBe('user-banned');
  expect(find('session cookie server token ban')[0]).toBe('user-banned');
});

test('a whole word says more than one that begins with it', () => {
  // Others are about “rolling”, and “roles”.
  expect(find('role')[0]).toMatch(/^role-/);
  expect(find('none').slice(0, 3)).toContain('alg-none');
});

describe('what is found', () => {
  test('is the best first, and what has little of it is left out', () => {
    expect(find('second server, SHARED store')[0]).toBe('two-servers-shared-store');
    const found = find('does destroy() take the browser’s cookie away');
    expect(found[0]).toBe('destroyed-without-clearing');
    expect(found.length).toBeLessThan(all.length / 2);
  });

  test('is all, as they stand, where no word says anything', () => {
    for (const text of ['', '  ', '?!', 'what is it now?', 'The user']) {
      expect(find(text)).toEqual(all);
      expect(findQuestions(groups, text).fit).toBe('all');
    }
  });

  test('is nothing where no word is known', () => {
    for (const text of ['zzz', 'constructor', 'hasOwnProperty', '字'])
      expect(findQuestions(groups, text)).toEqual({ asked: [], fit: 'near' });
  });

  test('is the nearest three at most where nothing fits', () => {
    const { asked, fit } = findQuestions(groups, 'postgres connection pool size');
    expect(fit).toBe('near');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(3);
  });
});

test.each([
  ['logs out', 'logged out', 'logging out', 'log-out', 'logout'],
  ['stolen', 'steal', 'stole', 'thief', 'stealing'],
  ['expire', 'expires', 'expired', 'expiring'],
  ['ban', 'bans', 'banned', 'banning'],
  ['cookie', 'cookies', 'COOKIE'],
  ['local storage', 'localStorage', 'local-storage'],
])('%s is found by its other forms', (word, ...forms) => {
  const found = find(word);
  expect(found.length).toBeLessThan(all.length);
  expect(found.length).toBeGreaterThan(0);
  const toFirst = (ids: readonly string[]) => ids.slice(0, 3).sort();
  for (const form of forms) expect(toFirst(find(form)), form).toEqual(toFirst(found));
});

test('login and logout are not the same', () => {
  expect(find('log in')).toContain('wrong-password');
  expect(find('log out').slice(0, 10)).not.toContain('wrong-password');
  expect(find('signed in')).toEqual(find('login'));
  expect(find('sign out')).toEqual(find('logout'));
  expect(find('log everybody out')).toEqual(find('logout everybody'));
});

test('the beginning of a word is enough, and so are a title, a setting and a note', () => {
  expect(find('depl')[0]).toBe(find('deploy')[0]);
  // It stands in the title alone.
  expect(find('sibling subdomain form')[0]).toBe('csrf-sibling-subdomain');
  expect(find('saveUninitialized')[0]).toMatch(/^(fixation|planted)-/);
  expect(find('keptIn: memory')[0]).toBe('xss-memory');
  // It stands in the note alone.
  expect(find('sunny')).toEqual(['login-to-logout']);
});
