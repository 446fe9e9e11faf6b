import fc from 'fast-check';
import type { Action } from '../../src/sim/action.ts';
import {
  FOREIGN_SITES,
  FORGERIES,
  LEAVINGS,
  PLANT_WAYS,
  ROTATIONS,
  SCRIPT_MODES,
  TAMPER_PARTS,
  VEHICLES,
  WAIT_UNTIL,
} from '../../src/sim/action.ts';
import type { JsonObject } from '../../src/sim/bytes/json.ts';
import { listStoreOnly, WITHOUT_STORE } from '../../src/sim/cookieSession/storeOnly.ts';
import { TARGETS } from '../../src/sim/http/target.ts';
import type { Settings } from '../../src/sim/settings.ts';
import { CSRF_CHECKS, DEFAULT_SETTINGS, HMAC_ALGORITHMS } from '../../src/sim/settings.ts';
import { anyFrontEnd } from './frontEnds.ts';

const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });

const client = fc.constantFrom('client', 'attacker', 'phone');
const usersClient = fc.constantFrom('client', 'phone');
const target = fc.constantFrom(...TARGETS);
const server = fc.constantFrom('server' as const, 'server2' as const);
const WAITS = [0, 1, 60, 119, 120, 300, 450, 899, 900, 901, 86_400];

const withType = <T extends object>(type: Action['type'], rest: fc.Arbitrary<T>) =>
  rest.map((members) => ({ type, ...members }) as unknown as Action);
const nothing = fc.constant({});

/** Any Action; `server2` stands in some of them. */
export const anyAction: fc.Arbitrary<Action> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: withType('login', optional({ server, client })) },
      { weight: 1, arbitrary: fc.constant<Action>({ type: 'login', password: 'wrong horse' }) },
      withType('login', fc.record({ old: fc.boolean(), client })),
      withType('changePassword', optional({ client, server })),
      withType('logoutEverywhere', optional({ client, server })),
      { weight: 6, arbitrary: withType('request', optional({ client, server, target })) },
      { weight: 3, arbitrary: withType('logout', optional({ client, server })) },
      {
        weight: 3,
        arbitrary: withType('wait', fc.record({ seconds: fc.constantFrom(...WAITS) })),
      },
      {
        weight: 2,
        arbitrary: withType('wait', fc.record({ until: fc.constantFrom(...WAIT_UNTIL) })),
      },
      withType('end', nothing),
      withType('restart', optional({ server })),
      withType('forget', optional({ client: usersClient })),
      withType('back', optional({ client: usersClient })),
      withType('storeOutage', optional({ over: fc.boolean() })),
      withType('leave', fc.record({ how: fc.constantFrom(...LEAVINGS) })),
      withType('startSlow', optional({ client, server })),
      { weight: 2, arbitrary: withType('finishSlow', optional({ client })) },
      withType('refreshTwice', optional({ client: usersClient, server })),
      { weight: 3, arbitrary: withType('steal', optional({ client: usersClient })) },
      { weight: 4, arbitrary: withType('replay', optional({ server, target })) },
      withType('replay', optional({ what: fc.constant('refreshToken' as const), target })),
      withType('tamper', fc.record({ part: fc.constantFrom(...TAMPER_PARTS) })),
      withType('forge', fc.record({ how: fc.constantFrom(...FORGERIES) })),
      withType('injectScript', fc.record({ mode: fc.constantFrom(...SCRIPT_MODES) })),
      withType(
        'crossSite',
        fc.record({
          vehicle: fc.constantFrom(...VEHICLES),
          from: fc.constantFrom(...FOREIGN_SITES),
        }),
      ),
      withType('plant', optional({ invented: fc.boolean(), by: fc.constantFrom(...PLANT_WAYS) })),
      withType('rotateSecret', fc.record({ how: fc.constantFrom(...ROTATIONS) })),
      withType('ban', nothing),
      withType('demote', nothing),
      { weight: 3, arbitrary: withType('refresh', optional({ client, server })) },
    ),
    fc.boolean(),
  )
  .map(([action, fold]) => (fold ? { ...action, fold } : action));

const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 });
const skew = fc.constantFrom(-90, 0, 90);
const rarely = fc.constantFrom(false, false, false, true);

const plainSession = fc.record(
  {
    secrets: fc.array(secret, { minLength: 1, maxLength: 3 }),
    lifetime: fc.constantFrom(null, 60, 900),
    httpOnly: fc.boolean(),
    secure: fc.constantFrom(false, true, 'auto' as const),
    sameSite: fc.constantFrom(null, 'lax' as const, 'strict' as const, 'none' as const),
    rolling: fc.boolean(),
    saveUninitialized: fc.boolean(),
    regenerate: fc.boolean(),
    destroyAtLogout: fc.boolean(),
    clearCookieAtLogout: fc.boolean(),
    absoluteLifetime: fc.constantFrom(0, 0, 120, 900),
    copiesUser: fc.boolean(),
    endAllAtPasswordChange: fc.boolean(),
    store: fc.constantFrom('memory' as const, 'persistent' as const),
    storeLatencyMs: fc.constantFrom(0, 0, 300),
    expiresAtBoot: rarely,
    maxAgeInSeconds: rarely,
    resave: fc.boolean(),
    countsVisits: fc.boolean(),
  },
  { noNullPrototype: true },
);

/** What the cookie is called, which hosts get it, and what of that a logout says. */
const scope = optional({
  cookieName: fc.constantFrom('sid', 'token', '__Secure-sid', '__Host-sid'),
  cookieDomain: fc.constantFrom('bank.localhost', 'shop.localhost'),
  nextCookieDomain: fc.constantFrom('', 'bank.localhost', 'localhost'),
  clearsWithAttributes: fc.boolean(),
});

const session = fc
  .tuple(plainSession, fc.oneof({ weight: 3, arbitrary: nothing }, { weight: 1, arbitrary: scope }))
  .map(([base, more]) => ({ ...base, ...more }));

const token = fc
  .tuple(
    fc.record({
      secret,
      lifetime: fc.constantFrom(60, 900),
      keptIn: fc.constantFrom('memory' as const, 'localStorage' as const, 'cookie' as const),
    }),
    optional({
      cookieName: fc.constantFrom('jwt', 'connect.sid', '__Secure-jwt', '__Host-jwt'),
      leeway: fc.constantFrom(0, 30, 120),
      audience: fc.constantFrom('shop', 'Läden & Co'),
      issuer: fc.constantFrom('https://id.test', '0'),
      notBefore: fc.constantFrom(0, 30, 120),
      denyList: fc.boolean(),
      inSessionStore: fc.boolean(),
      comparesIat: fc.boolean(),
      algorithms: fc.subarray([...HMAC_ALGORITHMS], { minLength: 1 }),
      kid: fc.boolean(),
      checkTyp: fc.boolean(),
      expiresInAsText: fc.constantFrom(false, false, true),
      noExp: fc.constantFrom(false, false, true),
      refreshLifetime: fc.constantFrom(600, 86_400),
      refreshGrace: fc.constantFrom(0, 10),
      refreshReadsFirst: fc.constantFrom(false, false, true),
      refreshInCookie: fc.constantFrom(false, false, true),
      refreshFormat: fc.constantFrom('opaque' as const, 'jwt' as const),
    }),
  )
  .map(([base, more]) => ({ ...base, ...more }));

/** What stands around the servers: most have a page of their own, and speak with the browser themselves. */
const surroundings = fc.oneof(
  { weight: 3, arbitrary: nothing },
  {
    weight: 1,
    arbitrary: optional({
      frontEnd: anyFrontEnd,
      tlsProxy: fc.record(
        { tells: fc.boolean(), trusted: fc.boolean() },
        { noNullPrototype: true },
      ),
      csrf: fc.constantFrom(...CSRF_CHECKS),
      thirdPartyCookies: fc.constant('blocked' as const),
    }),
  },
);

/** Takes away what stands around the servers, for laws that are about the servers alone. */
export const withoutSurroundings = (settings: Settings): Settings => {
  const { frontEnd: _f, tlsProxy: _t, csrf: _c, thirdPartyCookies: _b, ...rest } = settings;
  return rest;
};

const user = fc.constantFrom(...[DEFAULT_SETTINGS.user, DEFAULT_SETTINGS.user], {
  id: 'Zoë "1"; a=b',
  username: '佐藤',
  password: 'pässwörd 🔑',
});

/**
 * Sets clocks right that show a time before 1970, as no machine does: by one of those a cookie is not
 * deleted by a date of 1970.
 */
const withoutPast = (settings: Settings): Settings => {
  const { start, second, clockOffset = 0 } = settings;
  const isPast = (offset = 0) => start + offset < 0;
  return {
    ...settings,
    ...(isPast(clockOffset) && { clockOffset: 0 }),
    ...(isPast(second?.clockOffset) && { second: { ...second, clockOffset: 0 } }),
  };
};

/** Any settings that a run can have, with a library's verifier. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .tuple(
    fc.record({
      session,
      token,
      seed: fc.string({ maxLength: 8 }),
      origin: fc.constantFrom('http://bank.localhost:3000', 'https://bank.localhost:3000'),
      start: fc.constantFrom(DEFAULT_SETTINGS.start, DEFAULT_SETTINGS.start, 0, 1_709_164_799),
    }),
    optional({
      payload: fc.constantFrom<JsonObject>(
        { a: 1 },
        { long: 'x'.repeat(3500) },
        { long: 'x'.repeat(13_000) },
      ),
      second: optional({
        clockOffset: skew,
        sessionSecrets: fc.tuple(secret),
        tokenSecret: secret,
        tokenAudience: fc.constant('billing'),
      }),
      sharedStore: fc.boolean(),
      clockOffset: skew,
      secretAtBoot: fc.constantFrom('fixed' as const, 'random' as const),
      noStore: fc.boolean(),
    }),
    surroundings,
    fc.record({ user, role: fc.constantFrom(undefined, 'user' as const, 'admin' as const) }),
  )
  .map(([base, more, around, { user, role }]) =>
    withoutPast({
      ...{ ...DEFAULT_SETTINGS, ...base, ...more, ...around },
      user: { ...user, ...(role && { role }) },
    }),
  );

/** Takes back what cannot be without a store, where there is none. */
export const withoutStoreOnly = (settings: Settings): Settings => {
  const names = listStoreOnly(settings.session);
  const back = Object.fromEntries(names.map((name) => [name, WITHOUT_STORE[name]]));
  return { ...settings, session: { ...settings.session, ...back } };
};

/** The same settings with the session's data in the cookie. */
export const toCookieSession = (settings: Settings): Settings =>
  withoutStoreOnly({ ...settings, session: { ...settings.session, dataIn: 'cookie' } });

/** Any run with the session's data in the cookie. */
export const anyCookieRun = (maxLength: number) =>
  anyRun(maxLength).map(({ settings, actions }) => ({
    settings: toCookieSession(settings),
    actions,
  }));

/** Any settings with any Actions that they allow, at most so many. */
export const anyRun = (maxLength: number) =>
  fc
    .record({
      settings: anySettings,
      actions: fc.array(anyAction, { minLength: 1, maxLength, size: 'max' }),
    })
    .map(({ settings, actions }) => ({
      settings,
      actions: actions.filter(
        (action) => settings.second || !('server' in action && action.server === 'server2'),
      ),
    }));
