import { describe, expect, test } from 'vitest';
import { findPassword } from '../../../src/cli/checkServer/checks/routes/answerChecks.ts';
import { findLeak } from '../../../src/cli/checkServer/checks/routes/leak.ts';
import { toAccess } from '../../../src/cli/checkServer/control/access.ts';
import { KNOWN_SECRETS } from '../../../src/cli/checkServer/credential/knownSecrets.ts';
import {
  readCookieJwt,
  readSessionData,
  splitSigned,
} from '../../../src/cli/checkServer/credential/signedCookie.ts';
import { listTokens } from '../../../src/cli/checkServer/credential/tokens.ts';
import { findLinks, findLoginForm } from '../../../src/cli/checkServer/discover/htmlForms.ts';
import { maskForms } from '../../../src/cli/checkServer/report/mask.ts';
import type { Reply } from '../../../src/cli/checkServer/wire/exchange.ts';
import { listLeaves } from '../../../src/cli/checkServer/wire/reply.ts';
import { sign, toClaims } from './servers/plainTokens.ts';

const toReply = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  ...{ method: 'GET', url: new URL('http://localhost/me'), status, setCookies: [], isCut: false },
  ...{ headers: new Map(Object.entries(headers)), tookMs: 1 },
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('an open door is told by what strangers get', () => {
  test('where they get no 2xx, every 2xx is one', () => {
    const access = toAccess([toReply(401, 'no')], [toReply(200, 'a'), toReply(200, 'b')]);
    expect(access?.judge(toReply(200, 'something else'))).toBe('opened');
    expect(access?.judge(toReply(302, ''))).toBe('refused');
    expect(access?.judge(toReply(500, ''))).toBe('crashed');
    expect(access?.judge(toReply(429, ''))).toBe('limited');
  });

  test('where they get a 500, that is how this server refuses', () => {
    const access = toAccess([toReply(500, 'no')], [toReply(200, 'a')]);
    expect(access?.judge(toReply(500, 'no'))).toBe('refused');
    expect(access?.judge(toReply(503, 'no'))).toBe('crashed');
  });

  test('where they get a 2xx, what all users get and no stranger does', () => {
    const users = [1, 2, 3].map((n) => toReply(200, { in: true, quote: n }));
    const strangers = [1, 2].map((n) => toReply(200, { in: false, quote: n }));
    const access = toAccess(strangers, users);
    expect(access?.judge(toReply(200, { in: true, quote: 9 }))).toBe('opened');
    expect(access?.judge(toReply(200, { in: false, quote: 1 }))).toBe('refused');
    expect(access?.judge(toReply(200, { error: 'what?' }))).toBe('refused');
  });

  test('and a page that shows all of them the same tells nothing', () => {
    expect(toAccess([toReply(200, 'Hi')], [toReply(200, 'Hi'), toReply(200, 'Hi')])).toBeNull();
    expect(toAccess([toReply(401, '')], [toReply(200, 'a'), toReply(401, '')])).toBeNull();
  });
});

test.each([
  [{ user: { secret: 'correct horse' } }, 'the password, as user.secret'],
  [[{ key: `$2b$10$${'a'.repeat(53)}` }], 'a hash of the password, as 0.key'],
  [{ passwordHash: 'abc' }, 'a member passwordHash'],
  [{ hashed_password: 'abc' }, 'a member hashed_password'],
  [{ password: '' }, null],
  [{ password: '****' }, null],
  [{ password: true, passwordChangedAt: '2026-01-01' }, null],
  [{ text: 'the correct horse stands here' }, null],
])('in %j the password is found as %j', (body, found) => {
  expect(findPassword(listLeaves(body), { username: 'ada', password: 'correct horse' })).toBe(
    found,
  );
});

test('of a password of two letters only a member of that name is one', () => {
  const user = { username: 'ada', password: 'de' };
  expect(findPassword(listLeaves({ country: 'de' }), user)).toBeNull();
  expect(findPassword(listLeaves({ password: 'de' }), user)).toBe('the password, as password');
});

test.each(['admin', 'monthly', '12345678'])('of %j alone neither, nor of a pass', (password) => {
  const user = { username: 'ada', password };
  expect(findPassword(listLeaves({ role: password, plan: { pass: 'daily' } }), user)).toBeNull();
  expect(findPassword(listLeaves({ secret: password }), user)).toBe('the password, as secret');
  expect(findPassword(listLeaves({ pass_hash: 'x1' }), user)).toBe('a member pass_hash');
});

test('nor is a name that is the password too', () => {
  const user = { username: 'test', password: 'test' };
  expect(findPassword(listLeaves({ username: 'test' }), user)).toBeNull();
  expect(findPassword(listLeaves({ password: 'test' }), user)).toBe('the password, as password');
});

describe('tokens in the answer to a login', () => {
  const jwt = sign(toClaims());

  test.each([
    [{ token: jwt }, [['token', null]]],
    [{ data: { jwt: `Bearer ${jwt}` } }, [['data.jwt', 'Bearer']]],
    [
      { refreshToken: 'opaque-0123456789', accessToken: jwt },
      [
        ['accessToken', null],
        ['refreshToken', null],
      ],
    ],
    [{ whatever: jwt }, [['whatever', null]]],
    [{ csrfToken: 'opaque-0123456789' }, []],
    [{ message: 'Logged in as ada.lovelace.countess' }, []],
    [{ token: 'short' }, []],
    [jwt, [['(the body)', null]]],
  ])('%#', (body, found) => {
    const tokens = listTokens(toReply(200, body));
    expect(tokens.map(({ field, scheme }) => [field, scheme])).toEqual(found);
  });

  test('and in its header', () => {
    const [token] = listTokens(toReply(200, {}, { authorization: `Bearer ${jwt}` }));
    expect(token).toMatchObject({ token: jwt, field: 'authorization', scheme: 'Bearer' });
  });
});

test.each([
  ['<form action="/in"><input name=u><input type="password" name="p"></form>', '/in', ['u', 'p']],
  [
    "<FORM Action='/a?b=1&amp;c=2'><INPUT NAME='u'><input TYPE=password></FORM>",
    '/a?b=1&c=2',
    ['u', ''],
  ],
  ['<form action="/x"><input type=password name=p>', '/x', ['p']],
  ['<form action="/new"><input type=password><input type=password></form>', null, null],
  ['<form action="/search"><input name="q"></form>', null, null],
])('the login of %j', (html, action, names) => {
  const form = findLoginForm(html);
  expect(form?.action ?? null).toBe(action);
  expect(form?.inputs.map(({ name }) => name) ?? null).toEqual(names);
});

test('links are read with their text', () => {
  expect(findLinks('<p><a class="x" href="/in"><b>Sign</b> in</a>')).toEqual([
    { href: '/in', text: 'Sign  in', isDelete: false },
  ]);
});

test('what a cookie holds is told by its form', () => {
  const jwt = sign(toClaims());
  const mac = 'A'.repeat(43);
  expect(splitSigned(`s%3Aid.with.dots.${mac}`)).toEqual({
    id: 'id.with.dots',
    signature: mac,
    isExpress: true,
  });
  expect(splitSigned('0123456789abcdef')).toMatchObject({ signature: null });
  expect(readCookieJwt(jwt)).toBe(jwt);
  expect(readCookieJwt(`Bearer%20${jwt}`)).toBe(jwt);
  expect(readCookieJwt(encodeURIComponent(`s:${jwt}.${mac}`))).toBe(jwt);
  expect(readCookieJwt('a.b.c')).toBeNull();
  expect(readSessionData(Buffer.from('{"user":1}').toString('base64'))).toEqual({ user: 1 });
  expect(readSessionData('0123456789abcdef')).toBeNull();
});

test('published secrets are known in every letter case', () => {
  for (const secret of [
    'keyboard cat',
    'Keyboard Cat',
    'KEYBOARD CAT',
    'Keyboard cat',
    'JWT_SECRET',
    'Shhhhh',
    '',
  ]) {
    expect(KNOWN_SECRETS).toContain(secret);
  }
  expect(KNOWN_SECRETS).not.toContain('a secret of the tests that stands in no list');
});

test.each([
  [`{"token":"${sign({ id: 1 })}"}`, '{"token":"eyJ…"}'],
  [`{"token":"${sign({ id: 1 }).slice(0, 50)}`, '{"token":"eyJ…'],
  [`set connect.sid=s%3Aabc.def%2Bg; Path=/`, 'set connect.sid=…; Path=/'],
  [`{"hash":"$2b$10$abcdefghijk"}`, '{"hash":"…"}'],
  ['nothing of the kind', 'nothing of the kind'],
])('%j is shown as %j', (text, shown) => {
  expect(maskForms(text)).toBe(shown);
});

test.each([
  ['Error: no\n    at logIn (/srv/app/login.js:12:7)', { isInside: true, isErrorPage: false }],
  [
    '<pre>SyntaxError: x<br> &nbsp; at parse (/a/node_modules/b.js:1:2)</pre>',
    { isInside: true, isErrorPage: true },
  ],
  ['{"error":"jwt expired"}', { isInside: false, isErrorPage: false }],
  ['{"error":"log in first"}', null],
])('%j gives away %j', (text, leak) => {
  if (leak) expect(findLeak(text)).toMatchObject(leak);
  else expect(findLeak(text)).toBeNull();
});
