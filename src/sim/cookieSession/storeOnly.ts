import type { SessionSettings } from '../settings.ts';

/**
 * The settings that go only with a store, each with the value that it must have without one: what a
 * cookie-session does is as if by these.
 */
export const WITHOUT_STORE = {
  rolling: false,
  saveUninitialized: false,
  regenerate: true,
  destroyAtLogout: true,
  clearCookieAtLogout: true,
  cookieName: undefined,
  cookieDomain: undefined,
  nextCookieDomain: undefined,
  clearsWithAttributes: false,
  resave: false,
  countsVisits: false,
  expiresAtBoot: false,
  maxAgeInSeconds: false,
  absoluteLifetime: 0,
  endAllAtPasswordChange: false,
  storeLatencyMs: 0,
} as const satisfies Partial<SessionSettings>;

type StoreOnly = keyof typeof WITHOUT_STORE;
const NAMES = Object.keys(WITHOUT_STORE) as readonly StoreOnly[];

/** Tells whether a run's session data is in the cookie, and nowhere else. */
export const isDataInCookie = ({ dataIn }: Pick<SessionSettings, 'dataIn'>): boolean =>
  dataIn === 'cookie';

/** Lists the settings that cannot be as they are, because there is no store. */
export function listStoreOnly(session: SessionSettings): readonly StoreOnly[] {
  if (!isDataInCookie(session)) return [];
  return NAMES.filter((name) => (session[name] ?? WITHOUT_STORE[name]) !== WITHOUT_STORE[name]);
}
