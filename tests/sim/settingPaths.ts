import type {
  SecondServer,
  SessionSettings,
  Settings,
  TokenSettings,
  UserSettings,
} from '../../src/sim/settings.ts';

/** Its compiler demands each name; what has `false` is in no address and no file. */
type Names<T> = Readonly<Record<keyof T, boolean>>;

const SETTINGS: Names<Omit<Settings, 'user' | 'session' | 'token' | 'second'>> = {
  start: true,
  seed: true,
  origin: true,
  payload: true,
  frontEnd: true,
  csrf: true,
  thirdPartyCookies: true,
  tlsProxy: true,
  sharedStore: true,
  clockOffset: true,
  secretAtBoot: true,
  noStore: true,
};

const USER: Names<UserSettings> = { id: true, username: true, password: false, role: true };

const SECOND: Names<SecondServer> = {
  clockOffset: true,
  sessionSecrets: true,
  tokenSecret: true,
  tokenAudience: true,
};

const SESSION: Names<SessionSettings> = {
  dataIn: true,
  secrets: false,
  lifetime: true,
  httpOnly: true,
  secure: true,
  sameSite: true,
  cookieName: true,
  cookieDomain: true,
  nextCookieDomain: true,
  rolling: true,
  saveUninitialized: true,
  regenerate: true,
  destroyAtLogout: true,
  clearCookieAtLogout: true,
  clearsWithAttributes: true,
  resave: true,
  countsVisits: true,
  expiresAtBoot: true,
  maxAgeInSeconds: true,
  absoluteLifetime: true,
  copiesUser: true,
  endAllAtPasswordChange: true,
  store: true,
  storeLatencyMs: true,
};

const TOKEN: Names<TokenSettings> = {
  secret: false,
  lifetime: true,
  keptIn: true,
  cookieName: true,
  leeway: true,
  audience: true,
  issuer: true,
  notBefore: true,
  denyList: true,
  inSessionStore: true,
  comparesIat: true,
  algorithms: true,
  verifier: true,
  kid: true,
  expiresInAsText: true,
  noExp: true,
  checkTyp: true,
  refreshLifetime: true,
  refreshReadsFirst: true,
  refreshGrace: true,
  refreshInCookie: true,
  refreshFormat: true,
};

const list = (names: Readonly<Record<string, boolean>>, part = '') =>
  Object.entries(names).map(([name, isInAddress]) => ({ path: part + name, isInAddress }));

const ALL = [
  ...list(SETTINGS),
  ...list(USER, 'user.'),
  ...list(SECOND, 'second.'),
  ...list(SESSION, 'session.'),
  ...list(TOKEN, 'token.'),
];

/** Every setting that there is, as a path into Settings. */
export const ALL_SETTING_PATHS: readonly string[] = ALL.map(({ path }) => path);

/** Every setting that an address can have. */
export const SETTING_PATHS: readonly string[] = ALL.filter(({ isInAddress }) => isInAddress).map(
  ({ path }) => path,
);
