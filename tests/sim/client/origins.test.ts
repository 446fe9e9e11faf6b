import { expect, test } from 'vitest';
import { flipLastLetter, flipLetter } from '../../../src/sim/attack/flip.ts';
import { toForeignOrigin } from '../../../src/sim/client/foreignSite.ts';
import {
  readPagePlace,
  toApiOrigin,
  toFrontEndOrigin,
} from '../../../src/sim/client/frontEndOrigin.ts';
import { isSameSite } from '../../../src/sim/client/site.ts';
import { toSettings } from '../runs.ts';

test.each([
  ['http://localhost:3000', 'http://localhost:5173', 'http://127.0.0.1:5173'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:5173', 'http://localhost:5173'],
  ['http://[::1]:3000', 'http://[::1]:5173', 'http://localhost:5173'],
  ['https://bank.test', 'https://bank.test:5173', 'https://app.test:5173'],
  ['https://www.bank.test', 'https://www.bank.test:5173', 'https://app.test:5173'],
  ['https://app.bank.test', 'https://app.bank.test:5173', 'https://web.test:5173'],
  // The last label ends with a digit, and is none of an address.
  ['https://bank.shop1', 'https://bank.shop1:5173', 'https://app.shop1:5173'],
  ['https://1.shop', 'https://1.shop:5173', 'https://app.shop:5173'],
  ['http://localhost:5173', 'http://localhost:5174', 'http://127.0.0.1:5174'],
])('beside a server at %s a page is at %s or %s', (origin, otherPort, otherSite) => {
  expect(toFrontEndOrigin(origin, 'sameOrigin')).toBe(origin);
  expect(toFrontEndOrigin(origin, 'otherPort')).toBe(otherPort);
  expect(toFrontEndOrigin(origin, 'otherSite')).toBe(otherSite);
  const read = (page: string) =>
    readPagePlace(
      toSettings({ origin, frontEnd: { origin: page, credentials: 'omit', cors: 'none' } }),
    );
  expect([origin, otherPort, otherSite].map(read)).toEqual([
    'sameOrigin',
    'otherPort',
    'otherSite',
  ]);
  expect(readPagePlace(toSettings({ origin }))).toBe('sameOrigin');
});

test.each([
  ['https://api.bank.test', 'https://api.bank.test', 'https://app.bank.test'],
  ['https://app.bank.test', 'https://app.bank.test', 'https://web.bank.test'],
  ['https://bank.test:8443', 'https://bank.test:8443', 'https://app.bank.test:8443'],
  // Neither localhost nor an address has a domain that two hosts share.
  ['http://localhost:3000', 'http://api.bank.localhost:3000', 'http://app.bank.localhost:3000'],
  ['https://127.0.0.1', 'https://api.bank.localhost', 'https://app.bank.localhost'],
])('for a server at %s with a page on a subdomain they are at %s and %s', (origin, api, page) => {
  expect(toApiOrigin(origin)).toBe(api);
  expect(toFrontEndOrigin(origin, 'subdomain')).toBe(page);
  const frontEnd = { origin: page, credentials: 'omit', cors: 'none' } as const;
  expect(readPagePlace(toSettings({ origin: api, frontEnd }))).toBe('subdomain');
  expect(isSameSite(api, page)).toBe(true);
});

test.each([
  ['http://bank.localhost:3000', 'http://evil.localhost:3000', 'http://sub.bank.localhost:3000'],
  ['https://www.bank.test', 'https://evil.test', 'https://sub.www.bank.test'],
  ['http://localhost:3000', 'http://evil.localhost:3000', 'http://sub.localhost:3000'],
  ['http://127.0.0.1:3000', 'http://evil.localhost:3000', 'http://sub.localhost:3000'],
  ['http://[::1]:3000', 'http://evil.localhost:3000', 'http://sub.localhost:3000'],
  ['https://1.shop', 'https://evil.shop', 'https://sub.1.shop'],
  ['https://bank.shop1', 'https://evil.shop1', 'https://sub.bank.shop1'],
])('beside %s others are at %s and %s', (origin, evil, sibling) => {
  expect(toForeignOrigin(origin, 'evil')).toBe(evil);
  expect(toForeignOrigin(origin, 'sibling')).toBe(sibling);
});

test.each([
  ['Abc', 'Bbc', 'Abd'],
  ['B', 'A', 'A'],
  ['9x-', '8x-', '9x_'],
  ['_xa', '-xa', '_xb'],
  ['+x/', '/x/', '+x+'],
  // What is no letter of base64 has no twin.
  ['=x=', 'Ax=', '=xA'],
])('one bit of %j changed makes %j, or %j at its end', (text, first, last) => {
  expect(flipLetter(text)).toBe(first);
  expect(flipLastLetter(text)).toBe(last);
});
