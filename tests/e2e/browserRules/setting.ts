import { answer, type Case, fetches, sends, type Vehicle } from './acts.ts';
import { ALL, COOKIES, fromEach, toCrossSite } from './sites.ts';

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
    rule: 'another site cannot clear by a line without None, but any cookie by one with it',
    acts: [
      answer('bank/', ...COOKIES),
      fetches(
        'evil/',
        'img',
        'bank/',
        ...['none', 'unset', 'lax', 'strict'].map((name) => `${name}=; Max-Age=0`),
      ),
      sends('bank/', ALL),
      fetches(
        'evil/',
        'img',
        'bank/',
        'none=; SameSite=None; Secure; Max-Age=0',
        'lax=; SameSite=None; Secure; Max-Age=0',
      ),
      sends('bank/', 'unset=1; strict=1'),
    ],
  },
];

/** What a browser does that blocks third-party cookies: it treats None in subresources as the rest. */
export const BLOCKED: readonly Case[] = [
  {
    rule: 'another site sends None by navigation alone, the POST form included',
    acts: [
      answer('bank/', ...COOKIES),
      ...fromEach('evil/page', 'bank/', (by) => toCrossSite(by, null)),
    ],
  },
  {
    rule: 'a sibling subdomain is no third party',
    acts: [answer('bank/', ...COOKIES), ...fromEach('sub/page', 'bank/', () => ALL)],
  },
  ...(['fetch', 'img', 'iframe'] as const).map(
    (by): Case => ({
      rule: `${by} from another site stores nothing and clears nothing`,
      acts: [
        fetches('evil/', by, 'bank/', ...LINES),
        sends('bank/', null),
        answer('bank/', ...COOKIES),
        fetches('evil/', by, 'bank/', 'none=; SameSite=None; Secure; Max-Age=0'),
        sends('bank/', ALL),
      ],
    }),
  ),
  setBy('POST form', 'evil/', STORED),
];
