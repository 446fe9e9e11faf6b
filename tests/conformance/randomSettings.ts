import fc from 'fast-check';
import type { JsonObject } from '../../src/sim/bytes/json.ts';
import { WITHOUT_STORE } from '../../src/sim/cookieSession/storeOnly.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type {
  SessionSettings,
  Settings,
  TokenSettings,
  UserSettings,
} from '../../src/sim/settings.ts';
import { CSRF_CHECKS, DEFAULT_SETTINGS, VERIFIERS } from '../../src/sim/settings.ts';
import { anyFrontEnd } from '../sim/frontEnds.ts';

const pick = fc.constantFrom;

/** What is drawn of each setting but those named: the compiler asks for a new one. */
type Drawn<T, Other extends keyof T = never> = {
  readonly [K in Exclude<keyof T, Other>]-?: fc.Arbitrary<T[K] | undefined>;
};

/** Sites with and without subdomains, deep ones, ports, an address, TLS. */
const origin = pick(
  ...['http://bank.localhost:3000', 'http://localhost:3000', 'http://a.b.bank.localhost'],
  ...['http://127.0.0.1:8080', 'http://bank.test', 'https://bank.test:8443'],
);

/** All but the demo's user: its password is hashed slowly, as it should be, and takes most of a run. */
const USERS: readonly UserSettings[] = [
  { id: 'u1', username: 'eve', password: 'p' },
  { id: 'Zoë "1"; a=b', username: '佐藤', password: 'pässwörd 🔑' },
];
const user = fc.oneof(
  { weight: 1, arbitrary: fc.constant(DEFAULT_SETTINGS.user) },
  { weight: 24, arbitrary: pick(...USERS) },
);

const PEM =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n';
const secret = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: pick('x', `${PEM}-----END PUBLIC KEY-----`, PEM, ' ', '\0', '🔑') },
);

const RESERVED = new Set(['id', 'role', 'iat', 'exp', 'jti', 'aud', 'iss', 'nbf', '__proto__']);
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  pick('sub', 'constructor', 'toString', 'alg', 'kid', 'userId', 'cookie', '', '\ud800'),
);
const drawnPayload = fc
  .dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4, noNullPrototype: true })
  .map((drawn): JsonObject => {
    const members = Object.entries(drawn).filter(([key]) => !RESERVED.has(key));
    // As it is after it has come in: without -0 and the like.
    return JSON.parse(JSON.stringify(Object.fromEntries(members)));
  });
const payload = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: drawnPayload },
  {
    weight: 1,
    arbitrary: pick<JsonObject>({}, { long: 'x'.repeat(3500) }, { long: 'é'.repeat(7000) }),
  },
);

/** With and without a prefix that browsers know; the token's own. */
const COOKIE_NAMES = [
  ...[undefined, undefined, undefined, 'sid', 'token', "a!#$%&'*+.^_`|~"],
  ...['__Host-sid', '__Secure-sid', '__host-http-sid', '__HTTP-sid'],
];
/** Of some of the hosts above, of their parts, and of none. */
const COOKIE_DOMAINS = [
  ...[undefined, undefined, undefined, undefined, 'bank.localhost', '.Bank.test', 'bank.test'],
  ...['b.bank.localhost', 'localhost', '127.0.0.1', 'shop.test'],
];

/** `dataIn` is drawn below; `store` and its outages have tests of their own. */
const storedSession = fc.record({
  secrets: fc.array(secret, { minLength: 1, maxLength: 3 }),
  lifetime: pick(null, 60, 900),
  httpOnly: fc.boolean(),
  secure: pick(false, false, true, 'auto' as const),
  sameSite: pick(null, 'lax' as const, 'strict' as const, 'none' as const),
  cookieName: pick(...COOKIE_NAMES),
  cookieDomain: pick(...COOKIE_DOMAINS),
  nextCookieDomain: pick(undefined, undefined, '', ...COOKIE_DOMAINS),
  rolling: fc.boolean(),
  saveUninitialized: fc.boolean(),
  regenerate: fc.boolean(),
  destroyAtLogout: fc.boolean(),
  clearCookieAtLogout: fc.boolean(),
  clearsWithAttributes: fc.boolean(),
  expiresAtBoot: pick(false, false, true),
  maxAgeInSeconds: pick(false, false, true),
  absoluteLifetime: pick(0, 0, 90, 900),
  copiesUser: fc.boolean(),
  endAllAtPasswordChange: fc.boolean(),
  storeLatencyMs: pick(0, 0, 300),
  resave: fc.boolean(),
  countsVisits: fc.boolean(),
} satisfies Drawn<SessionSettings, 'dataIn' | 'store'>);

/** Most with a store; without one, what a store alone can do is off. */
const session: fc.Arbitrary<Partial<Settings['session']>> = fc.oneof(
  { weight: 3, arbitrary: storedSession },
  {
    weight: 1,
    arbitrary: storedSession.map((drawn) => ({
      ...{ ...drawn, ...WITHOUT_STORE },
      dataIn: 'cookie' as const,
    })),
  },
);

type BaseToken = Pick<TokenSettings, 'secret' | 'lifetime' | 'keptIn'>;
const token = fc
  .tuple(
    fc.record({
      secret,
      lifetime: pick(60, 900),
      keptIn: pick('memory' as const, 'localStorage' as const, 'cookie' as const),
    } satisfies Drawn<BaseToken>),
    fc.record(
      {
        cookieName: pick(...COOKIE_NAMES, 'connect.sid'),
        leeway: pick(0, 30),
        denyList: fc.boolean(),
        inSessionStore: fc.boolean(),
        comparesIat: fc.boolean(),
        checkTyp: fc.boolean(),
        expiresInAsText: pick(false, false, true),
        noExp: pick(false, false, true),
        algorithms: fc.subarray(['HS256', 'HS384', 'HS512'] as const, { minLength: 1 }),
        verifier: pick(...VERIFIERS),
        kid: fc.boolean(),
        refreshLifetime: pick(300, 86_400),
        refreshGrace: pick(0, 60),
        refreshReadsFirst: pick(false, false, true),
        refreshInCookie: fc.boolean(),
        refreshFormat: pick('opaque' as const, 'jwt' as const),
        audience: pick('shop', 'Läden & Co'),
        issuer: pick('https://id.test', '0'),
        notBefore: pick(0, 30),
      } satisfies Drawn<TokenSettings, keyof BaseToken>,
      { requiredKeys: [], noNullPrototype: true },
    ),
  )
  .map(([base, more]) => ({ ...base, ...more }) as Settings['token']);

/** Most pages are the server's own, and most servers speak with the browser themselves. */
const frontEnd = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: anyFrontEnd },
);
const tlsProxy = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({ tells: fc.boolean(), trusted: fc.boolean() }, { noNullPrototype: true }),
  },
);

/** The walk's; a leap day's eve; the year after which 32 bits count no seconds; the last day of all. */
const { start: WALKS } = DEFAULT_SETTINGS;
const start = pick(...[WALKS, WALKS, WALKS], 1_709_164_700, 2_147_483_600, 4_102_444_800);

/** Of two servers, and of one that draws its secrets, which other tests compare. */
type NotDrawn = 'second' | 'sharedStore' | 'secretAtBoot';

/** Any design of one server, with whatever people may type. */
export const anyDesign: fc.Arbitrary<Settings> = fc
  .record({
    ...{ start, origin, user, payload, session, token },
    seed: fc.string({ maxLength: 4 }),
    clockOffset: pick(undefined, undefined, -90, 90),
    noStore: fc.boolean(),
    csrf: pick(undefined, undefined, ...CSRF_CHECKS),
    ...{ frontEnd, tlsProxy },
    thirdPartyCookies: pick(undefined, undefined, 'blocked' as const),
    role: pick(undefined, 'admin' as const, 'user' as const),
  } satisfies Record<Exclude<keyof Settings, NotDrawn> | 'role', fc.Arbitrary<unknown>>)
  .map(({ user: drawn, role, payload: data, clockOffset, noStore, csrf, ...all }) => {
    const { frontEnd: page, tlsProxy: proxy, thirdPartyCookies, ...rest } = all;
    return changeSettings({
      ...rest,
      ...(page && { frontEnd: page }),
      ...(proxy && { tlsProxy: proxy }),
      ...(thirdPartyCookies && { thirdPartyCookies }),
      user: { ...drawn, ...(role && { role }) },
      ...(data && { payload: data }),
      ...(clockOffset !== undefined && { clockOffset }),
      ...(!noStore && { noStore }),
      ...(csrf && !(csrf === 'token' && rest.session.dataIn === 'cookie') && { csrf }),
    });
  });
