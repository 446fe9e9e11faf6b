import { expect, test } from 'vitest';
import { readCookieRefusal } from '../../../src/sim/client/cookieRefusal.ts';

test.each([
  ['a=1', null],
  ['a=1; Domain=example.com', null],
  ['a=1; Domain=shop.test', 'cookieOfOtherDomain'],
  ['a=1; Domain=sub.www.example.com', 'cookieOfOtherDomain'],
  ['__Host-a=1; Secure; Path=/', null],
  ['__Host-a=1; Secure; Path=/; Domain=example.com', 'cookieBreaksPrefix'],
  ['__Host-a=1; Path=/', 'cookieBreaksPrefix'],
  ['__Host-a=1; Secure; Path=/x', 'cookieBreaksPrefix'],
  ['__Secure-a=1', 'cookieBreaksPrefix'],
  ['__Secure-a=1; Secure', null],
  ['__Http-a=1; Secure', 'cookieBreaksPrefix'],
  ['__Http-a=1; Secure; HttpOnly', null],
  // A value alone that looks like a prefixed name would be taken for one by the server.
  ['=__Secure-a', 'cookieBreaksPrefix'],
  // What is no cookie at all has no Domain and no name to be refused for.
  ['', null],
  ['=', null],
  ['=__Host-a=1', null],
  ['a=\x001; Domain=shop.test', null],
] as const)('of %j a browser says %s', (header, refusal) => {
  expect(readCookieRefusal(header, 'https://www.example.com/')).toBe(refusal);
});
