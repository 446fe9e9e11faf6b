import { expect, test } from 'vitest';
import { findInspection } from '../../../src/lesson/texts/inspect/findInspection.ts';

test.each([
  ['my cookie is not set', 'cookie'],
  ['Cookies not being saved in browser', 'cookie'],
  ['login 200 but no cookie stored', 'cookie'],
  ['session cookie not sent with fetch', 'cookie'],
  ['why is my SameSite=None cookie blocked', 'cookie'],
  ['set-cookie header ignored by chrome', 'cookie'],
  ['connect.sid=s%3Aabc; Path=/; HttpOnly', 'cookie'],
  ['jwt malformed', 'token'],
  ['JsonWebTokenError: invalid signature', 'token'],
  ['how do I decode my token', 'token'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImFkYSJ9.x', 'token'],
  ['read a HAR file', 'log'],
  ['> POST /login HTTP/1.1', 'log'],
  ['session cookies or jwt?', null],
  ['where to store the token', null],
  ['what if the cookie is stolen', null],
  ['two servers, shared store', null],
  ['', null],
])('%j leads to %s', (text, kind) => {
  expect(findInspection(text)).toBe(kind);
});
