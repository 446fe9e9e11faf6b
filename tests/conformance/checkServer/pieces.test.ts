import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findPassword } from '../../../src/cli/checkServer/checks/routes/findPassword.ts';
import { findLeak } from '../../../src/cli/checkServer/checks/routes/leak.ts';
import { toAccess } from '../../../src/cli/checkServer/control/access.ts';
import { changeLetter } from '../../../src/cli/checkServer/credential/changeLetter.ts';
import { compareIds } from '../../../src/cli/checkServer/credential/compareIds.ts';
import { listForgeries } from '../../../src/cli/checkServer/credential/forgeValue.ts';
import { readHolding } from '../../../src/cli/checkServer/credential/holding.ts';
import { KNOWN_SECRETS } from '../../../src/cli/checkServer/credential/knownSecrets.ts';
import { readOwnData, signOwnData } from '../../../src/cli/checkServer/credential/ownData.ts';
import {
  readCookieJwt,
  readSessionData,
  splitSigned,
} from '../../../src/cli/checkServer/credential/signedCookie.ts';
import { listTokens } from '../../../src/cli/checkServer/credential/tokens.ts';
import { findLinks, findLoginForm } from '../../../src/cli/checkServer/discover/htmlForms.ts';
import { listMembers } from '../../../src/cli/checkServer/discover/listMembers.ts';
import { maskForms } from '../../../src/cli/checkServer/report/mask.ts';
import { toPlaceAt } from '../../../src/cli/checkServer/target.ts';
import type { Reply } from '../../../src/cli/checkServer/wire/exchange.ts';
import { describeExchange, listLeaves } from '../../../src/cli/checkServer/wire/reply.ts';
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

test.each([
  ['http://localhost/api', '/login', '/api/login'],
  ['http://localhost/api', '/api/login', '/api/login'],
  ['http://localhost/api', '/apilogin', '/api/apilogin'],
  ['http://localhost/graphql', '/graphql', '/graphql'],
  ['http://localhost/', '/login', '/login'],
])('at %s the path %s is %s', (server, path, pathname) => {
  expect(toPlaceAt(new URL(server), path).pathname).toBe(pathname);
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
  [
    '<head><title>Error</title><style>p {}</style></head><p>No body',
    'text/html',
    '400 Bad Request with No body',
  ],
  ['<html><title>Denied</title>', 'text/html', '400 Bad Request with Denied'],
  ['a\u202eb', 'text/plain', '400 Bad Request with a\uFFFDb'],
  ['שלום\u2069', 'text/plain', '400 Bad Request with \u2068שלום\uFFFD\u2069'],
])('of a refusal %j what it says is shown', (text, type, shown) => {
  const url = new URL('http://localhost/index.php?page=login');
  const reply = { ...toReply(400, text, { 'content-type': type }), url };
  expect(describeExchange(reply)).toBe(`GET /index.php?page=login: ${shown}`);
});

const IN_BASE64 = 'the password in base64, as basic';
const toDigest = (algorithm: string, encoding: 'hex' | 'base64' | 'base64url') =>
  createHash(algorithm).update('correct horse').digest(encoding);

test.each([
  [{ user: { secret: 'correct horse' } }, 'the password, as user.secret'],
  [[{ key: `$2b$10$${'a'.repeat(53)}` }], 'a hash of the password, as 0.key'],
  [{ passwordHash: 'abc' }, 'a member passwordHash'],
  [{ hashed_password: 'abc' }, 'a member hashed_password'],
  [{ password: '' }, null],
  [{ password: '****' }, null],
  [{ password: true, passwordChangedAt: '2026-01-01' }, null],
  [{ text: 'the correct horse stands here' }, null],
  [{ _links: { self: '/users/me', password: '/users/me/password' } }, null],
  [{ password: 'https://localhost/reset?for=ada' }, null],
  [{ password: 'users/{id}/password' }, null],
  [{ lastVerified: { password: '2026-11-01T10:00:00Z' } }, null],
  [{ password: 'true', rules: { password: 'at least twelve letters' } }, null],
  [{ policy: { password_hash: 'argon2id' } }, null],
  [{ password: 'q8#Vt-another' }, 'a member password'],
  [{ digest: toDigest('sha256', 'hex') }, 'the sha256 of the password, without a salt, as digest'],
  [{ a: toDigest('md5', 'hex').toUpperCase() }, 'the md5 of the password, without a salt, as a'],
  [{ a: `{SHA}${toDigest('sha1', 'base64')}` }, 'the sha1 of the password, without a salt, as a'],
  [
    { a: `sha512$${toDigest('sha512', 'base64url')}` },
    'the sha512 of the password, without a salt, as a',
  ],
  [{ basic: Buffer.from('ada:correct horse').toString('base64') }, IN_BASE64],
  [{ etag: createHash('sha256').update('another text').digest('hex') }, null],
])('in %j the password is found as %j', (body, came) => {
  const found = findPassword(listLeaves(body), { username: 'ada', password: 'correct horse' });
  expect(found?.came ?? null).toBe(came);
});

test('of a password of two letters only a member of that name is one', () => {
  const user = { username: 'ada', password: 'de' };
  expect(findPassword(listLeaves({ country: 'de' }), user)).toBeNull();
  expect(findPassword(listLeaves({ password: 'de' }), user)).toEqual({
    came: 'the password, as password',
  });
});

test.each(['admin', 'monthly', '12345678'])('of %j alone neither, nor of a pass', (password) => {
  const user = { username: 'ada', password };
  expect(findPassword(listLeaves({ role: password, plan: { pass: 'daily' } }), user)).toBeNull();
  expect(findPassword(listLeaves({ secret: password }), user)).toEqual({
    came: 'the password, as secret',
  });
  expect(findPassword(listLeaves({ pass_hash: 'x1' }), user)).toEqual({
    came: 'a member pass_hash',
  });
});

test('nor is a name that is the password too', () => {
  const user = { username: 'test', password: 'test' };
  expect(findPassword(listLeaves({ username: 'test' }), user)).toBeNull();
  expect(findPassword(listLeaves({ password: 'test' }), user)).toEqual({
    came: 'the password, as password',
  });
});

test('nor is the picture of a mail address, whose MD5 names it', () => {
  const user = { username: 'ada@example.com', password: 'ada@example.com' };
  const picture = createHash('md5').update(user.username).digest('hex');
  expect(findPassword(listLeaves({ picture }), user)).toBeNull();
});

test.each([
  ['<input type="password" name="pw" value="correct horse">', 'pw'],
  ['<input type=password value=correct&#32;horse>', 'password'],
  ['<p data-pass="correct horse">', 'data-pass'],
  ['<td>correct horse</td>', 'the body'],
  ['<script type="application/json">{"user":{"pw":"correct horse"}}</script>', 'user.pw'],
  ['<script>window.state = {"pw":"correct horse"};</script>', 'pw'],
])('in the page %j the password is found as %s', (html, where) => {
  const leaves = listMembers(toReply(200, `<html>${html}</html>`));
  const user = { username: 'ada', password: 'correct horse' };
  expect(findPassword(leaves, user)).toEqual({ came: `the password, as ${where}` });
});

test.each([
  '<form action="/password"><input type=password name=password autocomplete=current-password>',
  '<input type=password name=password value="********"><label for=password>Password</label>',
  '<p>Is the correct horse yours?</p><a href="/account/password">Change it</a>',
])('in the page %j there is none', (html) => {
  const leaves = listMembers(toReply(200, `<html>${html}</html>`));
  expect(findPassword(leaves, { username: 'ada', password: 'correct horse' })).toBeNull();
  const user = { username: 'ada', password: 'current-password' };
  expect(findPassword(leaves, user)).toBeNull();
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
    { href: '/in', text: 'Sign  in', method: 'GET' },
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

const HEX = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

test.each([
  [HEX, 'looked up'],
  [HEX + HEX, 'looked up'],
  [`1764200000000-3f2b8c1d-${'4abc-8def-'}0123456789ab`, 'looked up'],
  ['tok-1001', 'looked up'],
  [`${HEX}${HEX}${HEX}`, 'unknown'],
  ['Qw3rTy_'.repeat(9), 'unknown'],
  [`v4.local.${'Ab1_'.repeat(30)}`, 'sealed'],
  [`gAAAAA${'Ab1_'.repeat(30)}`, 'sealed'],
  [encodeURIComponent('Fe26.2*1*a*b*c*1764200000000*d*e~2'), 'sealed'],
  [Buffer.from('{"iv":"a","value":"b","mac":"c"}').toString('base64'), 'sealed'],
  [`${Buffer.from('{"id":1}').toString('base64url')}:1vAbC:sig`, 'open'],
  [Buffer.from('ada:1').toString('base64'), 'open'],
  ['ada:1764200000:0f1e2d3c4b5a69788796', 'open'],
  ['1764200000.0f1e2d3c4b5a69788796', 'looked up'],
  // Two dashes in a signature are a matter of chance.
  [
    `v4.public.${Buffer.from(`7b226964223a31307d${'fbefbe'.repeat(21)}fb`, 'hex').toString('base64url')}`,
    'open',
  ],
])('what %s stands for is %s', (value, holding) => {
  expect(readHolding(value)).toBe(holding);
});

test('IDs are compared position by position', () => {
  const counted = [7, 8, 9].map((n) => `session-${String(n).padStart(16, '0')}`);
  expect(compareIds(counted)).toEqual({ ids: 3, length: 24, varying: 1, bits: Math.log2(10) });
  expect(compareIds(['tok-99', 'tok-100', 'tok-101'])?.varying).toBe(3);
  expect(compareIds([HEX, HEX, HEX])).toBeNull();
  expect(compareIds([HEX, 'another'])).toBeNull();
  const times = ['018c1', '018c2', '018c3'].map((time, i) => time + HEX.slice(i, i + 20));
  expect(compareIds(times)?.bits).toBeGreaterThan(64);
});

test.each([
  ['a', 'B'],
  ['A', 'B'],
  ['0a0', '0B0'],
  ['xyz', 'xAz'],
  ['%2F', '%2FA'],
  ['--', '--A'],
])('of %j another is made: %j', (text, changed) => {
  expect(changeLetter(text)).toBe(changed);
});

test('a seal is changed where its text is', () => {
  expect(listForgeries('Fe26.2*1*salt*iv*text*1764200000000*salt*mac~2')).toEqual([
    'Fe26.2*1*salt*iv*teAt*1764200000000*salt*mac~2',
  ]);
});

test('data in base64 is written anew, and signed as it was', () => {
  const data = Buffer.from('{"id":1}').toString('base64url');
  const mac = createHmac('sha256', 'cat').update(data).digest('hex');
  const [, forged = ''] = listForgeries(`v1.${data}.${mac}`);
  const own = readOwnData(forged);
  expect([own?.data, own?.tail]).toEqual([{ id: 1, forged: true }, `.${mac}`]);
  expect(signOwnData(`v1.${data}.${mac}`, 'dog')).toBeNull();
  const again = createHmac('sha256', 'cat')
    .update(own?.raw ?? '')
    .digest('hex');
  expect(signOwnData(`v1.${data}.${mac}`, 'cat', forged)).toBe(`v1.${own?.raw}.${again}`);
});

test('published secrets are known in every letter case', () => {
  for (const secret of [
    'keyboard cat',
    'Keyboard Cat',
    'KEYBOARD CAT',
    'Keyboard cat',
    'JWT_SECRET',
    'Shhhhh',
    'jwtSecret',
    'superSecret',
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
  ['201 Created with 1|aB3-dE6_gH9jK2mN5pQ8', '201 Created with …'],
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
