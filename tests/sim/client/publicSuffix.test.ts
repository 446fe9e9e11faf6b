import { getPublicSuffix } from 'tough-cookie';
import { expect, test } from 'vitest';
import { parseCookie } from '../../../src/sim/client/jar.ts';
import {
  PUBLIC_SUFFIXES,
  toPublicSuffix,
  WILD_COUNTRIES,
} from '../../../src/sim/client/publicSuffix.ts';
import { isSameSite } from '../../../src/sim/client/site.ts';

test('every suffix that is known is on the Public Suffix List', () => {
  expect(PUBLIC_SUFFIXES.size).toBeGreaterThan(200);
  const wrong = [...PUBLIC_SUFFIXES].filter(
    (suffix) => getPublicSuffix(`b.a.${suffix}`) !== `a.${suffix}`,
  );
  expect(wrong).toEqual([]);
});

test('every second label of a country that is known as wild is a suffix', () => {
  for (const country of WILD_COUNTRIES) {
    expect(getPublicSuffix(`c.b.a.${country}`), country).toBe(`b.a.${country}`);
    expect(toPublicSuffix(`c.b.a.${country}`), country).toBe(`a.${country}`);
    expect(toPublicSuffix(country), country).toBe(country);
  }
  expect(getPublicSuffix('b.www.ck')).toBe('www.ck');
  expect(toPublicSuffix('b.www.ck')).toBe('ck');
});

test.each([
  ['https://shop.example.com', 'https://api.example.com', true],
  ['https://a.co.uk', 'https://b.co.uk', false],
  ['https://www.a.co.uk', 'https://api.a.co.uk', true],
  ['https://shop.vercel.app', 'https://api.vercel.app', false],
  ['https://shop.vercel.app', 'https://shop-api.onrender.com', false],
  ['https://preview.shop.vercel.app', 'https://shop.vercel.app', true],
  ['https://vercel.app', 'https://shop.vercel.app', false],
])('%s and %s are the same site: %s', (a, b, same) => {
  expect(isSameSite(a, b)).toBe(same);
});

test('no host sets a cookie for a suffix of several labels', () => {
  const url = 'https://shop.vercel.app/';
  expect(parseCookie('a=1; Domain=vercel.app', url, 0)).toBeNull();
  expect(parseCookie('a=1; Domain=shop.vercel.app', url, 0)).toMatchObject({ hostOnly: false });
});
