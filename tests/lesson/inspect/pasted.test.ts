import { expect, test } from 'vitest';
import { MAX_PASTED, readPasted } from '../../../src/lesson/inspect/cookie/pasted.ts';

test.each([
  ['a=1; Path=/', ['a=1; Path=/']],
  ['Set-Cookie: a=1', ['a=1']],
  ['set-cookie:a=1; Path=/', ['a=1; Path=/']],
  ['< Set-Cookie: a=1\r\n< Set-Cookie: b=2', ['a=1', 'b=2']],
  ['date\n\nThu, 01 Jan 2026 00:00:00 GMT\nset-cookie\n\na=1', ['a=1']],
  ['set-cookie:\na=1; HttpOnly', ['a=1; HttpOnly']],
  ['HTTP/1.1 200 OK\nContent-Type: text/html\nSet-Cookie: a=1\n\n{}', ['a=1']],
  ['HTTP/1.1 200 OK\nContent-Type: text/html\n', []],
  ['"Set-Cookie: a=1; Path=/",', ['a=1; Path=/']],
  ["  'set-cookie': [ 'a=1; Path=/' ],", ['a=1; Path=/']],
  ['{"name": "Set-Cookie", "value": "a=1; Path=/"}', ['a=1; Path=/']],
  ["{'Date': 'x', 'Set-Cookie': 'a=1; Path=/'}", ['a=1; Path=/']],
  ['set-cookie\ta=1; Path=/', ['a=1; Path=/']],
  ["res.setHeader('Set-Cookie', 'a=1; Path=/');", ['a=1; Path=/']],
  ['Set-Cookie: a="1"; Path=/', ['a="1"; Path=/']],
  ['a=http://x.test/', ['a=http://x.test/']],
  ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT']],
  // A list, as Node and axios show it; one in PHP; and cookies as Firefox copies them.
  ["['a=1; Path=/', 'b=2']", ['a=1; Path=/', 'b=2']],
  ["{ 'set-cookie': [ 'a=1; Path=/', 'b=2' ], 'x': 'c=3' }", ['a=1; Path=/', 'b=2']],
  ["header('Set-Cookie: a=1; Path=/');", ['a=1; Path=/']],
  [
    '{"Response Cookies":{"a":{"httpOnly":true,"path":"/","samesite":"Lax","value":"1"}}}',
    ['a=1; Path=/; HttpOnly; SameSite=Lax'],
  ],
  // What says that nothing was set is no cookie.
  ['200 OK', []],
  ['POST /login 200 12.345 ms - 27', []],
  ['{"message":"Login successful"}', []],
  ['Login says 200 and no cookie is set', []],
  // Two, as `headers.get` joins them; one whose value has commas; and the comma of a date.
  ['a=1; Path=/, b=2; HttpOnly', ['a=1; Path=/', 'b=2; HttpOnly']],
  ['set-cookie: a=1; Path=/, b=2, c=3; Secure', ['a=1; Path=/', 'b=2, c=3; Secure']],
  ['a=1,b=2, c=3', ['a=1,b=2, c=3']],
  [
    'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT, b=2',
    ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'b=2'],
  ],
])('of %j the cookies are %j', (text, lines) => {
  expect(readPasted(text).lines.map((line) => line.trim())).toEqual(lines);
});

test('what else is in the answer is read with it', () => {
  const text = [
    '< HTTP/2 200',
    '< date: Thu, 01 Jan 2026 00:00:00 GMT',
    '< access-control-allow-origin: *',
    '< set-cookie: a=1',
  ].join('\n');
  expect(readPasted(text)).toEqual({
    lines: ['a=1'],
    date: 1_767_225_600,
    cors: { allowOrigin: '*', allowCredentials: null },
    other: null,
    complaint: null,
  });
});

test.each([
  ['Cookie: a=1', 'cookie'],
  ["document.cookie = 'a=1'", 'script'],
  ["res.cookie('sid', id, { secure: true })", 'script'],
  ["setcookie('sid', $id);", 'script'],
  ["app.use(session({ secret: 'x', cookie: { secure: true } }))", 'script'],
  ["fetch('http://localhost:3000/login', { credentials: 'include' })", 'script'],
  ["fetch('http://localhost:3000/login', { method: 'POST' })", 'request'],
  ["axios.post('/login', { email })", 'request'],
  ['sid\tabc\tlocalhost\t/\tSession', 'row'],
  ['#HttpOnly_localhost\tFALSE\t/\tFALSE\t0\tsid\tabc', 'row'],
])('%j is no Set-Cookie, but told to be: %s', (text, other) => {
  expect(readPasted(text)).toMatchObject({ lines: [], other });
});

test.each([
  [
    'This Set-Cookie header was blocked because it had the "Secure" attribute but was not received over a secure connection.',
    'secure',
  ],
  [
    'This attempt to set a cookie via a Set-Cookie header was blocked because it had the "SameSite=None" attribute but did not have the "Secure" attribute, which is required.',
    'noneWithoutSecure',
  ],
  [
    'This attempt to set a cookie via a Set-Cookie header was blocked because it had the "SameSite=Lax" attribute but came from a cross-site response which was not the response to a top-level navigation.',
    'otherSite',
  ],
  [
    'This attempt to set a cookie via a Set-Cookie header was blocked because its Domain attribute was invalid with regards to the current host url.',
    'domain',
  ],
  [
    'This attempt to set a cookie via a Set-Cookie header was blocked because it used the "__Secure-" or "__Host-" prefix in its name and broke the additional rules applied to cookies with these prefixes.',
    'prefix',
  ],
  [
    'This attempt to set a cookie via a Set-Cookie header was blocked due to user preferences.',
    'thirdParty',
  ],
  [
    'Cookie “sid” has been rejected because it is in a cross-site context and its “SameSite” is “Lax” or “Strict”.',
    'otherSite',
  ],
  ['Cookie “sid” has been rejected because a non-HTTPS cookie can’t be set as “secure”.', 'secure'],
  ['Cookie “sid” has been rejected for invalid domain.', 'domain'],
])('what a browser says, %j, is about: %s', (text, complaint) => {
  expect(readPasted(text)).toMatchObject({ lines: [], complaint });
});

test('no more is read than an answer’s header has', () => {
  expect(readPasted(`a=${'x'.repeat(MAX_PASTED * 20)}`).lines[0]).toHaveLength(MAX_PASTED);
});
