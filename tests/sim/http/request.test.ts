import { expect, test } from 'vitest';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { makeResponse } from '../../../src/sim/http/response.ts';
import { getHeader, NOTHING_CARRIED } from '../../../src/sim/message.ts';

const origin = 'http://localhost:3000';
const base = { from: 'client', to: 'server', target: '/profile', origin } as const;
const get = { ...base, method: 'GET' } as const;
const post = { ...base, method: 'POST', target: '/login' } as const;

test('a bare GET has its Host and no body', () => {
  expect(makeRequest(get)).toEqual({
    from: 'client',
    to: 'server',
    kind: 'request',
    method: 'GET',
    target: '/profile',
    status: null,
    headers: [['Host', 'localhost:3000']],
    body: null,
    carries: [],
  });
});

test('what carries nothing has the one list that all such messages have', async () => {
  const carries = [{ what: 'password', in: 'body' }] as const;
  for (const make of [
    (list?: typeof carries | readonly []) =>
      makeRequest({ ...get, ...(list && { carries: list }) }),
    (list?: typeof carries | readonly []) =>
      makeResponse({
        ...{ request: makeRequest(get), status: 204, now: 0, ...(list && { carries: list }) },
      }),
  ]) {
    for (const list of [undefined, []] as const)
      expect((await make(list)).carries).toBe(NOTHING_CARRIED);
    expect((await make(carries)).carries).toBe(carries);
  }
});

// A default port is left out of Host, RFC 9110 section 7.2.
test.each([
  ['http://localhost:3000', 'localhost:3000'],
  ['https://bank.test', 'bank.test'],
  ['https://bank.test:443', 'bank.test'],
  ['http://bank.test:443', 'bank.test:443'],
  ['http://[::1]:8080', '[::1]:8080'],
])('the Host of %s is %s', (at, host) => {
  expect(getHeader(makeRequest({ ...get, origin: at }), 'host')).toBe(host);
});

test('the fields stand in the order of the wire', () => {
  const request = makeRequest({ ...post, json: {}, cookie: 'a=b', authorization: 'Bearer x' });
  expect(request.headers).toEqual([
    ['Host', 'localhost:3000'],
    ['Cookie', 'a=b'],
    ['Authorization', 'Bearer x'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '2'],
  ]);
});

test.each([null, undefined, ''])('a credential of %j is not sent', (nothing) => {
  const request = makeRequest({ ...get, cookie: nothing, authorization: nothing });
  expect(request.headers).toHaveLength(1);
});

test.each([
  ['ada', 18],
  ['ädä', 20],
  ['🐎', 19],
  ['"', 17],
])('a body with the name %s is %i bytes long', (username, bytes) => {
  const request = makeRequest({ ...post, json: { username } });
  expect(JSON.parse(request.body ?? '')).toEqual({ username });
  expect(getHeader(request, 'Content-Length')).toBe(String(bytes));
});

// RFC 9110 section 8.6.
test('a POST without a body says so, a GET does not', () => {
  expect(getHeader(makeRequest(post), 'Content-Length')).toBe('0');
  expect(getHeader(makeRequest(get), 'Content-Length')).toBe(null);
});

test('fields are found whatever their case, the first of a name', () => {
  const message = {
    ...makeRequest(get),
    headers: [
      ['X-A', '1'],
      ['x-a', '2'],
    ] as const,
  };
  expect(getHeader(message, 'x-A')).toBe('1');
  expect(getHeader(message, 'X-B')).toBe(null);
});
