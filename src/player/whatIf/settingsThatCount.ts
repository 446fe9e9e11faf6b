import { listSettingDifferences } from '../../lesson/texts/settings/changedSettings.ts';
import type { SettingName } from '../../lesson/texts/settings/settingWords.ts';
import type { Action, ActionType } from '../../sim/action.ts';
import type { Settings } from '../../sim/settings.ts';

/** What the form has a row for: a setting, or the secrets. */
export type FormRow = SettingName | 'secrets';

/** What a run must have for a setting to change how it goes; `any`: every run has it. */
type Occasion = ActionType | 'any';

/** Empty: no Action makes it tell by itself; it counts where a run has it otherwise than the walk. */
const OCCASIONS: Readonly<Record<FormRow, readonly Occasion[]>> = {
  dataIn: ['any'],
  store: ['restart', 'storeOutage'],
  cookieLifetime: ['any'],
  cookieBrowserSession: ['wait', 'leave'],
  copiesUserIntoCookie: ['ban', 'demote'],
  sessionLifetime: ['any'],
  browserSession: ['wait', 'leave'],
  rolling: ['wait'],
  resave: ['startSlow'],
  countsVisits: ['startSlow'],
  absoluteLifetime: ['wait'],
  sameSite: ['crossSite'],
  secure: ['any'],
  httpOnly: ['injectScript'],
  saveUninitialized: ['plant'],
  regenerate: ['plant'],
  destroyAtLogout: ['logout'],
  cookieName: [],
  tokenCookieName: [],
  cookieDomain: [],
  clearsWithAttributes: [],
  nextCookieDomain: ['restart'],
  clearCookieAtLogout: ['logout'],
  expiresAtBoot: ['restart'],
  maxAgeInSeconds: [],
  copiesUser: ['ban', 'demote'],
  secretAtBoot: ['restart'],
  storeLatencyMs: ['storeOutage'],
  endAllAtPasswordChange: ['changePassword'],
  tokenLifetime: ['any'],
  keptIn: ['any'],
  leeway: ['wait'],
  notBefore: [],
  audience: ['forge'],
  issuer: ['forge'],
  expiresInAsText: [],
  noExp: ['wait', 'steal'],
  checkTyp: [],
  verifier: ['forge', 'tamper'],
  kid: ['rotateSecret'],
  refreshFormat: ['refresh', 'refreshTwice'],
  refreshReadsFirst: ['refreshTwice'],
  refreshInCookie: ['refresh', 'injectScript'],
  refreshGrace: ['refresh', 'refreshTwice'],
  denyList: ['logout', 'steal'],
  inSessionStore: ['storeOutage'],
  noStore: ['back'],
  clockOffset: ['wait'],
  secondClockOffset: [],
  comparesIat: ['changePassword', 'logoutEverywhere', 'ban'],
  pagePlace: ['crossSite'],
  // These have a row only where they count.
  credentials: ['any'],
  cors: ['any'],
  secureAuto: ['any'],
  csrf: ['crossSite'],
  thirdPartyBlocked: ['crossSite'],
  tlsProxy: [],
  payload: [],
  secrets: ['restart', 'rotateSecret', 'forge', 'tamper'],
};

/** The rows of what is called otherwise in the settings themselves. */
const ROWS: Readonly<Record<string, readonly FormRow[]>> = {
  'token.cookieName': ['tokenCookieName'],
  'session.storeLatencyMs': ['storeLatencyMs'],
  'session.store': ['store', 'storeLatencyMs', 'inSessionStore'],
  'session.secrets': ['secrets'],
  'token.secret': ['secrets'],
  'token.refreshLifetime': ['refreshFormat', 'refreshInCookie', 'refreshGrace'],
  secretAtBoot: ['secretAtBoot', 'secrets'],
  thirdPartyCookies: ['thirdPartyBlocked'],
  frontEnd: ['pagePlace'],
  second: ['clockOffset', 'secondClockOffset'],
};

/** Lists the rows of the form that count in a run: by what is done in it, and by what it has otherwise than the walk. */
export function listSettingsThatCount(
  { settings, actions }: { readonly settings: Settings; readonly actions: readonly Action[] },
  walk: Settings,
): ReadonlySet<string> {
  const done = new Set<Occasion>(['any', ...actions.map(({ type }) => type)]);
  const told = Object.entries(OCCASIONS).flatMap(([row, occasions]) =>
    occasions.some((occasion) => done.has(occasion)) ? [row] : [],
  );
  const others = listSettingDifferences(settings, walk).flatMap(
    (path): readonly string[] => ROWS[path] ?? [path.split('.').at(-1) ?? path],
  );
  return new Set([...told, ...others]);
}
