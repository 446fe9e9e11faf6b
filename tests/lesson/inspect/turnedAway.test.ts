import { describe, expect, test } from 'vitest';
import { LOG_INSPECT_TEXTS } from '../../../src/lesson/texts/inspect/log.ts';
import { type Entry, findIn, JWT } from './entries.ts';

const FLAGS = 'HttpOnly; Secure; SameSite=Lax';
const APP = 'https://app.example.com';
const IDP = 'https://idp.example.org';
const LOGIN = { method: 'POST', url: `${APP}/api/login`, posted: '{"user":"ada","password":"x"}' };
const navigation = { 'Sec-Fetch-Mode': 'navigate' };

/** A right login with OAuth, as the browser tells it. */
const OAUTH: readonly Entry[] = [
  {
    ...{ url: `${APP}/oauth`, sent: navigation, status: 302 },
    received: { Location: `${IDP}/authorize`, 'Set-Cookie': `state=1; Path=/; ${FLAGS}` },
  },
  { url: `${IDP}/authorize`, sent: navigation },
  {
    ...{ url: `${IDP}/consent`, method: 'POST', sent: { ...navigation, Origin: IDP }, status: 302 },
    received: { Location: `${APP}/cb`, 'Set-Cookie': `idp=1; Path=/; ${FLAGS}` },
  },
  {
    ...{ url: `${APP}/cb`, sent: { ...navigation, Cookie: 'state=1' }, status: 302 },
    received: { Location: '/home', 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` },
  },
  { url: `${APP}/home`, sent: { Cookie: 'state=1; sid=1' } },
];

const REFRESH = `refresh=1; Path=/auth/refresh; ${FLAGS}`;
const SPA: readonly Entry[] = [
  { ...LOGIN, body: JSON.stringify({ accessToken: JWT }), received: { 'Set-Cookie': REFRESH } },
  { url: `${APP}/api/me`, status: 401 },
  { url: `${APP}/api/me`, sent: { Authorization: `Bearer ${JWT}` } },
  { method: 'POST', url: `${APP}/api/refresh`, status: 401 },
];

describe('a redirect', () => {
  test('to another site loses nothing in a right login with OAuth', async () => {
    expect(await findIn(OAUTH)).toEqual([]);
  });

  test('loses nothing where one of its cookies is for elsewhere', async () => {
    const set = { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}\n${REFRESH}` };
    const found = await findIn([
      { ...LOGIN, status: 303, received: { Location: '/home', ...set } },
      { url: `${APP}/home`, sent: { Cookie: 'sid=1' } },
    ]);
    expect(found.filter((one) => one.found === 'redirectLoses')).toEqual([]);
  });

  test('to a login page, with another cookie alone, does lose the session', async () => {
    const set = `sid=1; ${FLAGS}\ntheme=dark; Path=/; Secure; SameSite=Lax`;
    const found = await findIn([
      { ...LOGIN, status: 302, received: { Location: '/home', 'Set-Cookie': set } },
      {
        ...{ url: `${APP}/home`, sent: { Cookie: 'theme=dark' }, status: 302 },
        received: { Location: '/login' },
      },
    ]);
    expect(found).toContainEqual(
      expect.objectContaining({ found: 'redirectLoses', name: 'sid', why: 'path' }),
    );
  });

  test('to a host of another site is not said to share a Domain with it', async () => {
    const found = await findIn([
      {
        ...{ ...LOGIN, status: 302 },
        received: { Location: `${IDP}/`, 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` },
      },
      { url: `${IDP}/`, status: 401 },
    ]);
    expect(found).toMatchObject([{ found: 'redirectLoses', name: 'sid', why: 'otherSite' }]);
    for (const one of found) expect(LOG_INSPECT_TEXTS.sayFinding(one).fix).not.toMatch(/^Set /);
  });
});

describe('a request that is turned away', () => {
  test('lacks the token that was handed out, and not the cookie for another path', async () => {
    const found = await findIn(SPA.slice(0, 2));
    expect(found).toContainEqual({ found: 'tokenNotSent' });
    expect(found).not.toContainEqual(expect.objectContaining({ found: 'deniedWithout' }));
  });

  test('lacks the cookie that it is about, also where another one was turned away before', async () => {
    expect((await findIn(SPA)).filter(({ found }) => found === 'deniedWithout')).toMatchObject([
      { name: 'refresh', why: 'path' },
    ]);
    const twice = await findIn([
      { ...LOGIN, received: { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` } },
      { url: `${APP}/api/me`, status: 401 },
      { url: `${APP}/api/cart`, status: 401 },
      { url: `${APP}/api/cart`, status: 401 },
    ]);
    expect(twice.filter(({ found }) => found === 'deniedWithout')).toHaveLength(2);
  });

  test('without a cookie that would have come is given advice for pages and for curl', async () => {
    const found = await findIn([
      { ...LOGIN, received: { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` } },
      { url: `${APP}/api/me`, status: 401 },
    ]);
    expect(found).toMatchObject([{ found: 'deniedWithout', why: 'unexplained' }]);
    for (const one of found)
      expect(LOG_INSPECT_TEXTS.sayFinding(one).fix).toMatch(/credentials: 'include'.*curl: -c/);
  });

  const set = { 'Set-Cookie': `sid=1; Path=/; ${FLAGS}` };
  test.each<readonly [string, readonly Entry[]]>([
    [
      'a cookie of another site',
      [
        {
          ...{
            url: 'https://stats.tracker.net/p.gif',
            type: 'image',
            sent: { Referer: `${APP}/` },
          },
          received: { 'Set-Cookie': 'NID=1; Path=/; HttpOnly; Secure; SameSite=None' },
        },
        { url: `${APP}/api/me`, status: 401 },
      ],
    ],
    [
      'one for another path, if the session is there',
      [
        { ...LOGIN, received: { 'Set-Cookie': `${set['Set-Cookie']}\n${REFRESH}` } },
        { url: `${APP}/api/admin`, sent: { Cookie: 'sid=1' }, status: 403 },
      ],
    ],
    [
      'one at another host of the site, which forbids for its own reasons',
      [
        { ...LOGIN, received: set },
        { url: 'https://cdn.example.com/a.woff', status: 403 },
      ],
    ],
    [
      'one in a request that brings its token in a field of its own',
      [
        { ...LOGIN, received: set },
        { url: `${APP}/api/me`, sent: { 'X-Access-Token': JWT }, status: 401 },
      ],
    ],
  ])('does not lack %s', async (_, entries) => {
    expect((await findIn(entries)).filter(({ found }) => found !== 'cookieRemark')).toEqual([]);
  });
});

test.each(['page_token=2', 'ticket=4711', 'nextPageToken=CAEQAA11111'])(
  '%s in an address is no token that lets somebody in',
  async (query) => expect(await findIn([{ url: `${APP}/list?${query}` }])).toEqual([]),
);

describe('a cookie that an answer over http sets', () => {
  const url = 'http://app.lan/cb';
  const received = { 'Set-Cookie': 'sid=1; Path=/; HttpOnly; SameSite=Lax' };
  const isDropped = async (entries: readonly Entry[]) =>
    (await findIn(entries)).some(({ found }) => found === 'cookieDropped');
  const from = { Referer: `${IDP}/` };

  test.each([
    ['Accept', 'text/html,*/*'],
    ['Upgrade-Insecure-Requests', '1'],
  ])('is kept where a link led there: %s: %s', async (name, value) => {
    expect(await isDropped([{ url, sent: { ...from, [name]: value }, received }])).toBe(false);
  });

  test('was not dropped if it is sent later', async () => {
    const fetched = { url, sent: from, received };
    expect(await isDropped([fetched])).toBe(true);
    const after = { url, sent: { Cookie: 'sid=1' } };
    expect(await isDropped([fetched, after])).toBe(false);
    expect(await isDropped([{ ...fetched, sent: { ...from, ...after.sent } }, after])).toBe(true);
  });
});
