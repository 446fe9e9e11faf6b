import type { Case } from '../suite.ts';
import { servePlainSessions } from './plainSessions.ts';

const LAX = 'Path=/; HttpOnly; SameSite=Lax';

/** Mirrors the origins that a rule lets in, with credentials. */
const mirror = (letsIn: (origin: string) => boolean, cookie = LAX) =>
  servePlainSessions({
    toCookie: (id) => `sid=${id}; ${cookie}`,
    headers: ({ origin }): Readonly<Record<string, string>> =>
      origin !== undefined && letsIn(origin)
        ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }
        : {},
  });

const ABROAD = 'Path=/; HttpOnly; Secure; SameSite=None';

/** Lets everybody send what comes from an origin that a rule lets in, with a cookie for all sites. */
const guard = (letsIn: (origin: string) => boolean, cookie = ABROAD) =>
  servePlainSessions({
    toCookie: (id) => `sid=${id}; ${cookie}`,
    refusesOrigin: (origin) => origin !== undefined && !letsIn(origin),
  });

const isOwn = (origin: string) => /^https?:\/\/localhost:\d+$/.test(origin);

/** Servers of node:http alone, which let in some origins, and cookies that travel. */
export const ORIGINS: readonly Case[] = [
  { name: 'an origin that is let in by its whole', app: () => mirror(isOwn) },
  ...(
    [
      ['its end', (origin: string) => origin.endsWith('example.com'), /evilexample\.com/],
      [
        'its beginning',
        (origin: string) => /^https:\/\/example\.com/.test(origin),
        /example\.com\.evil/,
      ],
      [
        'its beginning, on this machine',
        (origin: string) => /^http:\/\/localhost/.test(origin),
        /localhost\.evil/,
      ],
      ['what stands in it', (origin: string) => origin.includes('localhost'), /localhost\.evil/],
      ['being null', (origin: string) => origin === 'null', /null/],
    ] as const
  ).flatMap(([name, letsIn, words]): readonly Case[] => [
    {
      name: `an origin that is let in by ${name}`,
      app: () => mirror((origin) => isOwn(origin) || letsIn(origin)),
      says: ['warn cors.origin'],
      came: { 'cors.origin': words },
    },
    {
      name: `a POST that is let in by ${name} of its origin`,
      app: () => guard((origin) => isOwn(origin) || letsIn(origin)),
      says: ['fail request.crossSite', 'warn cookie.sameSite'],
      came: { 'request.crossSite': words },
    },
  ]),
  {
    name: 'a partitioned cookie, and any origin',
    app: () => guard(() => true, `${ABROAD}; Partitioned`),
  },
  {
    name: 'the same, mirrored',
    app: () => mirror(() => true, `${ABROAD}; Partitioned`),
    says: ['warn cors.origin'],
  },
];
