import { type Act, answer, type Case, sends, starts, VEHICLES, type Vehicle } from './acts.ts';

export const COOKIES = [
  'none=1; SameSite=None; Secure',
  'unset=1',
  'lax=1; SameSite=Lax',
  'strict=1; SameSite=Strict',
];
export const ALL = 'none=1; unset=1; lax=1; strict=1';
const VEHICLES_OF_PAGES = (Object.keys(VEHICLES) as Vehicle[]).filter((by) => by !== 'address bar');
const SOME: readonly Vehicle[] = ['link', 'POST form', 'fetch'];

/** One act for each vehicle that a page has, or some. */
export const fromEach = (
  from: string,
  to: string,
  toCookie: (by: Vehicle) => string | null,
  vehicles: readonly Vehicle[] = VEHICLES_OF_PAGES,
): Act[] => vehicles.map((by) => starts(from, by, to, toCookie(by)));

/** What goes to another site by navigation, and what by anything else. */
export function toCrossSite(by: Vehicle, bySubresource: string | null = 'none=1'): string | null {
  if (VEHICLES[by].vehicle === 'subresource') return bySubresource;
  return VEHICLES[by].method === 'GET' ? 'none=1; unset=1; lax=1' : 'none=1; unset=1';
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
    acts: [answer('sub/', ...COOKIES), ...fromEach('bank/page', 'sub/', () => ALL, SOME)],
  },
  {
    rule: 'another site sends by navigation what may leave, and else None alone',
    acts: [answer('bank/', ...COOKIES), ...fromEach('evil/page', 'bank/', (by) => toCrossSite(by))],
  },
  {
    rule: 'localhost itself is another site than the names below it',
    acts: [
      answer('bank/', ...COOKIES),
      ...fromEach('localhost/page', 'bank/', (by) => toCrossSite(by), SOME),
    ],
  },
  {
    rule: 'an address is another site than a name',
    acts: [
      answer('bank/', ...COOKIES),
      ...fromEach('address/page', 'bank/', (by) => toCrossSite(by), SOME),
    ],
  },
  {
    rule: 'a link of the same site that another site redirects is still of the same site',
    acts: [
      answer('bank/', ...COOKIES),
      { from: 'sub/page', by: 'link', via: 'evil/', to: 'bank/', sends: ALL },
      { from: 'evil/page', by: 'link', via: 'sub/', to: 'bank/', sends: toCrossSite('link') },
    ],
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
