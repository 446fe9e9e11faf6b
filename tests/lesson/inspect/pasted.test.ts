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
  });
});

test('what is no Set-Cookie is told', () => {
  expect(readPasted('Cookie: a=1')).toMatchObject({ lines: [], other: 'cookie' });
  expect(readPasted("document.cookie = 'a=1'")).toMatchObject({ lines: [], other: 'script' });
  expect(readPasted("res.cookie('sid', id, { secure: true })")).toMatchObject({ other: 'script' });
});

test('no more is read than an answer’s header has', () => {
  expect(readPasted('x'.repeat(MAX_PASTED * 20)).lines[0]).toHaveLength(MAX_PASTED);
});
