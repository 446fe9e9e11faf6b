import groups from 'virtual:scenario-answers';
import { describe, expect, test } from 'vitest';
import { findQuestions } from '../../src/panels/questions/findQuestions.ts';

/** Returns the IDs of what a text finds. */
const find = (text: string) =>
  findQuestions(groups, text).groups.flatMap(([, asked]) => asked.map(({ id }) => id));
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
  const found = findQuestions(groups, text);
  expect(found.hasAll).toBe(true);
  expect(find(text).sort()).toEqual(find(meant).sort());
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
    ['refresh token', 'refresh-reuse'],
  ])('“%s”: the one that says most with them is first, and its group too', (text, id) => {
    expect(find(text).length).toBeGreaterThan(1);
    expect(find(text)[0]).toBe(id);
  });
});

test('a word that many have says less than one that few have', () => {
  const found = findQuestions(groups, 'token banned');
  expect(found.hasAll).toBe(false);
  expect(find('token banned')).toEqual(['user-banned']);
  expect(find('token').length).toBeGreaterThan(all.length / 4);
});

describe('what is found', () => {
  test('has all words where there is such a question, and only that', () => {
    const found = findQuestions(groups, 'SERVER, second');
    expect(found.hasAll).toBe(true);
    expect(found.groups.map(([group]) => group)).toEqual(['Servers and secrets']);
    expect(find('second server')).toEqual(['two-servers-no-shared-store']);
  });

  test('has else the most of them, in the order in which all stand', () => {
    const found = find('xss csrf');
    expect(findQuestions(groups, 'xss csrf').hasAll).toBe(false);
    expect(found).toEqual(all.filter((id) => /^(csrf|xss)-/.test(id)));
    // Two of three words are more than one.
    expect(find('second server xss')).toEqual(['two-servers-no-shared-store']);
  });

  test('is all where no word says anything, and nothing where no word is known', () => {
    for (const text of ['', '  ', '?!', 'what is it now?', 'The user'])
      expect(find(text)).toEqual(all);
    for (const text of ['zzz', 'constructor', '字']) expect(find(text)).toEqual([]);
    expect(findQuestions(groups, '').hasAll).toBe(true);
    expect(findQuestions(groups, 'zzz').hasAll).toBe(false);
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
  for (const form of forms) expect(find(form), form).toEqual(found);
});

test('login and logout are not the same', () => {
  expect(find('log in')).toContain('wrong-password');
  expect(find('log out')).not.toContain('wrong-password');
  expect(find('log in')).toEqual(find('login'));
});

test('the beginning of a word is enough, and so is a title', () => {
  expect(find('depl')).toEqual(find('deploy'));
  // It stands in the title alone.
  expect(find('subdomain form')).toEqual(['csrf-sibling-subdomain']);
});
