import fc from 'fast-check';
import type { Action } from '../../../src/sim/action.ts';
import type { SessionSettings, Settings, TokenSettings } from '../../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';

const login = (password?: string): Action =>
  password === undefined ? { type: 'login' } : { type: 'login', password };

const seconds = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 70 }) },
  // Around the lifetimes below, and around half of them.
  { weight: 3, arbitrary: fc.constantFrom(31, 59, 60, 61, 480, 600, 899, 900, 901) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40_000_000 }) },
);

const unfolded: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(login()) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }).map((text) => login(`wrong ${text}`)) },
  { weight: 7, arbitrary: fc.constant<Action>({ type: 'request' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'request', target: '/transfer' }) },
  { weight: 3, arbitrary: fc.constant<Action>({ type: 'logout' }) },
  { weight: 4, arbitrary: seconds.map((n): Action => ({ type: 'wait', seconds: n })) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'end' }) },
);

/** What somebody may do, in one Step or in several. */
export const anyAction: fc.Arbitrary<Action> = fc
  .tuple(unfolded, fc.boolean())
  .map(([action, fold]) => (fold ? { ...action, fold } : action));

export const anyActions = (maxLength: number) => fc.array(anyAction, { minLength: 1, maxLength });

const rest = fc.constantFrom(0, 31, 300, 480, 600, 899, 900);

/** Somebody who logs in once and comes back now and then: what sliding is about. */
export const anyUse: fc.Arbitrary<readonly Action[]> = fc
  .record({
    visits: fc.array(rest, { minLength: 1, maxLength: 5, size: 'max' }),
    leaves: fc.boolean(),
    after: rest,
  })
  .map(({ visits, leaves, after }) => {
    const comeBack = (n: number): Action[] => [{ type: 'wait', seconds: n }, { type: 'request' }];
    const leave: Action[] = leaves ? [{ type: 'logout' }] : [];
    return [login(), ...visits.flatMap(comeBack), ...leave, ...comeBack(after)];
  });

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

/** Objects as JSON.parse makes them. */
const record = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(members, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** What the cookie is called, which hosts get it, and what of that a logout says. */
const scope = fc.record(
  {
    cookieName: fc.constantFrom('sid', '__Secure-sid'),
    cookieDomain: fc.constantFrom('bank.test'),
    clearsWithAttributes: fc.boolean(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const plainSession = record<SessionSettings>({
  absoluteLifetime: fc.constantFrom(0, 0, 0, 60, 600, 900),
  secrets: fc.array(text, { minLength: 1, maxLength: 3 }),
  lifetime: fc.constantFrom(null, 60, 900, 900, 900),
  httpOnly: fc.boolean(),
  secure: fc.constantFrom(false, false, false, true),
  sameSite: fc.constantFrom(null, 'lax' as const, 'strict' as const, 'none' as const),
  rolling: fc.boolean(),
  saveUninitialized: fc.boolean(),
  regenerate: fc.boolean(),
  destroyAtLogout: fc.boolean(),
  clearCookieAtLogout: fc.boolean(),
});

const session = fc
  .tuple(plainSession, fc.oneof(fc.constant({}), fc.constant({}), scope))
  .map(([base, more]) => ({ ...base, ...more }));

const token = record<TokenSettings>({
  secret: text,
  lifetime: fc.constantFrom(1, 60, 900, 900, 900),
  keptIn: fc.constantFrom('memory', 'localStorage'),
});

const settings = record<Settings>({
  start: fc.constantFrom(0, DEFAULT_SETTINGS.start, 4_102_444_800),
  seed: fc.string({ maxLength: 8 }),
  origin: fc.constantFrom('http://localhost:3000', 'https://bank.test', 'http://bank.test'),
  user: record<Settings['user']>({
    id: text,
    username: text,
    password: text.map((word) => `right ${word}`),
  }),
  session,
  token,
});

/** The walk's settings half of the time, so that there is much of the ordinary too. */
export const anySettings: fc.Arbitrary<Settings> = fc.oneof(
  fc.constant(DEFAULT_SETTINGS),
  settings,
);
