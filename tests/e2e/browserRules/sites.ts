import {
  type Act,
  answer,
  type Case,
  fetches,
  sends,
  starts,
  VEHICLES,
  type Vehicle,
} from './acts.ts';

const COOKIES = [
  'none=1; SameSite=None; Secure',
  'unset=1',
  'lax=1; SameSite=Lax',
  'strict=1; SameSite=Strict',
];
const ALL = 'none=1; unset=1; lax=1; strict=1';
const names = Object.keys(VEHICLES) as Vehicle[];

const fromEach = (from: string, to: string, toCookie: (by: Vehicle) => string | null): Act[] =>
  names.filter((by) => by !== 'address bar').map((by) => starts(from, by, to, toCookie(by)));

const isGet = (by: Vehicle) => VEHICLES[by].method === 'GET';
const isNavigation = (by: Vehicle) => VEHICLES[by].vehicle === 'navigation';

function toCrossSite(by: Vehicle): string | null {
  if (!isNavigation(by)) return 'none=1';
  return isGet(by) ? 'none=1; unset=1; lax=1' : 'none=1; unset=1';
}

/** SameSite by who starts the request and how. The cookies are younger than two minutes. */
export const SITES: readonly Case[] = [
  { rule: 'the address bar sends all', acts: [answer('bank/', ...COOKIES), sends('bank/', ALL)] },
  {
    rule: 'the same origin sends all by every vehicle',
    acts: [answer('bank/', ...COOKIES), ...fromEach('bank/page', 'bank/', () => ALL)],
  },
  {
    rule: 'a sibling subdomain is the same site, and sends all by every vehicle',
    acts: [answer('bank/', ...COOKIES), ...fromEach('sub/page', 'bank/', () => ALL)],
  },
  {
    rule: 'the domain above is the same site, too',
    acts: [answer('sub/', ...COOKIES), ...fromEach('bank/page', 'sub/', () => ALL)],
  },
  {
    rule: 'another site sends by navigation what may leave, and else None alone',
    acts: [answer('bank/', ...COOKIES), ...fromEach('evil/page', 'bank/', toCrossSite)],
  },
  {
    rule: 'localhost itself is another site than the names below it',
    acts: [answer('bank/', ...COOKIES), ...fromEach('localhost/page', 'bank/', toCrossSite)],
  },
  {
    rule: 'an address is another site than a name',
    acts: [answer('bank/', ...COOKIES), ...fromEach('address/page', 'bank/', toCrossSite)],
  },
  {
    rule: 'https is another site than http of the same host',
    acts: [
      answer('plain/', 'unset=1', 'lax=1; SameSite=Lax', 'strict=1; SameSite=Strict'),
      starts('secure/page', 'link', 'plain/', 'unset=1; lax=1'),
      starts('plainSub/page', 'link', 'plain/', 'unset=1; lax=1; strict=1'),
    ],
  },
];

const LINES = [
  'none=2; SameSite=None; Secure',
  'unset=2',
  'lax=2; SameSite=Lax',
  'strict=2; SameSite=Strict',
];
const setBy = (by: Vehicle, from: string, cookie: string): Case => ({
  rule: `${by} from ${from} stores ${cookie}`,
  acts: [fetches(from, by, 'bank/', ...LINES), sends('bank/', cookie)],
});
const STORED = 'none=2; unset=2; lax=2; strict=2';

/** Which cookies a response sets, by who started the request and how. @see 6265bis section 5.7 */
export const SETTING: readonly Case[] = [
  ...(['link', 'POST form', 'window.open'] as const).map((by) => setBy(by, 'evil/', STORED)),
  ...(['fetch', 'fetch POST', 'img', 'iframe', 'script'] as const).map((by) =>
    setBy(by, 'evil/', 'none=2'),
  ),
  setBy('fetch', 'bank/page', STORED),
  setBy('img', 'sub/', STORED),
  {
    rule: 'another site clears by a subresource None alone',
    acts: [
      answer('bank/', ...COOKIES),
      fetches(
        'evil/',
        'img',
        'bank/',
        ...['none', 'unset', 'lax', 'strict'].map((name) => `${name}=; Max-Age=0`),
      ),
      sends('bank/', '?'),
      fetches(
        'evil/',
        'img',
        'bank/',
        'none=; SameSite=None; Secure; Max-Age=0',
        'lax=; SameSite=None; Secure; Max-Age=0',
      ),
      sends('bank/', '?'),
    ],
  },
];
