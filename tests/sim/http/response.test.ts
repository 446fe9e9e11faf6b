import { expect, test } from 'vitest';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { makeResponse, toWeakEtag } from '../../../src/sim/http/response.ts';

const now = Date.UTC(1994, 10, 6, 8, 49, 37) / 1000;
const request = makeRequest({
  from: 'client',
  to: 'server',
  method: 'GET',
  target: '/profile',
  origin: 'http://localhost:3000',
});

// The values of etag's own tests, with W/ before them: length in hex, SHA-1 in base64.
test.each([
  ['', 'W/"0-2jmj7l5rSw0yVb/vlWAYkK/YBwk"'],
  ['beep boop', 'W/"9-fINXV39R1PCo05OqGqr7KIY9lCE"'],
  ['论', 'W/"3-QkSKq8sXBjHL2tFAZknA2n6LYzM"'],
])('the tag of %j is %s', async (body, tag) => {
  expect(await toWeakEtag(body)).toBe(tag);
});

test('an answer with a body, its fields in the order of the wire', async () => {
  const response = await makeResponse({
    request,
    status: 200,
    json: { name: 'ädä' },
    fields: [['Cache-Control', 'no-store']],
    lateFields: [['Set-Cookie', 'a=b']],
    now,
  });
  expect(response).toEqual({
    from: 'server',
    to: 'client',
    kind: 'response',
    method: 'GET',
    target: '/profile',
    status: 200,
    headers: [
      ['X-Powered-By', 'Express'],
      ['Cache-Control', 'no-store'],
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Content-Length', '16'],
      ['ETag', await toWeakEtag('{"name":"ädä"}')],
      ['Set-Cookie', 'a=b'],
      // The example of RFC 9110 section 5.6.7.
      ['Date', 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ],
    body: '{"name":"ädä"}',
    carries: [],
  });
});

test('an answer without a body says nothing of one', async () => {
  const response = await makeResponse({ request, status: 204, now });
  expect(response.body).toBe(null);
  expect(response.headers.map(([name]) => name)).toEqual(['X-Powered-By', 'Date']);
});
