import { expect, test } from 'vitest';
import { isAccessToken } from '../../../src/sim/token/jwt/accessToken.ts';
import { readBearer } from '../../../src/sim/token/verify/bearer.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const toToken = (payload: unknown) => `h.${encode(payload)}.s`;
const REFRESH_ID = 'A'.repeat(43);

test.each([
  ['32 random bytes', REFRESH_ID, false],
  ['claims without an ID', toToken({ id: 'abc123' }), true],
  ['claims with a UUID', toToken({ jti: '0fee5795-e240-4933-8141-421c13e336f8' }), true],
  ['claims with 32 random bytes', toToken({ jti: REFRESH_ID }), false],
  ['with one letter less', toToken({ jti: REFRESH_ID.slice(1) }), true],
  ['with one letter more', toToken({ jti: `${REFRESH_ID}A` }), true],
  ['with a list that reads as them', toToken({ jti: [REFRESH_ID] }), true],
  ['claims that are none', toToken(null), true],
  ['no JSON', 'h.e30x.s', true],
  ['no base64', 'h.*.s', true],
  ['no claims at all', 'h.', true],
])('%s: an access token is %s', (_what, text, expected) => {
  expect(isAccessToken(text)).toBe(expected);
});

test('claims are read in base64url', () => {
  const [minus, line] = [
    { id: '>>>', jti: REFRESH_ID },
    { id: '???', jti: REFRESH_ID },
  ];
  expect(encode(minus)).toContain('-');
  expect(encode(line)).toContain('_');
  expect([minus, line].map((claims) => isAccessToken(toToken(claims)))).toEqual([false, false]);
});

test.each([
  [null, null],
  ['Bearer a.b.c', 'a.b.c'],
  ['bearer a.b.c', 'a.b.c'],
  ['Bearer ', null],
  ['Basic a', null],
  [' Bearer a', null],
  ['Bearer a\nb', null],
])('the token in Authorization: %j is %j', (authorization, token) => {
  expect(readBearer(authorization)).toBe(token);
});
