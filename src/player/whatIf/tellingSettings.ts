import type { SettingName } from '../../lesson/texts/settingWords.ts';
import type { Action, ActionType } from '../../sim/action.ts';
import type { Settings } from '../../sim/settings.ts';

/** A field of the settings' form. */
export type SettingField = SettingName | 'secrets';

interface Facts {
  readonly settings: Settings;
  /** Whether the run has an Action of one of these types. */
  readonly has: (...types: ActionType[]) => boolean;
  /** Somebody asks for a page before anybody logs in. */
  readonly asksFirst: boolean;
}

const always = () => true;
const withTime = ({ has }: Facts) => has('wait');
const withOthers = ({ has }: Facts) => has('crossSite');
const withLogout = ({ has }: Facts) => has('logout', 'logoutEverywhere');
const withOverlap = ({ has }: Facts) => has('startSlow', 'finishSlow');
const withSecond = ({ settings }: Facts) => settings.second !== undefined;
const withFrontEnd = ({ settings }: Facts) => settings.frontEnd !== undefined;
const withProxy = ({ settings }: Facts) => settings.tlsProxy !== undefined;
const withRefresh = ({ settings }: Facts) => settings.token.refreshLifetime !== undefined;

/** When a setting matters: for which Actions, and beside which others. */
const MATTERS: Readonly<Record<SettingField, (facts: Facts) => boolean>> = {
  dataIn: ({ settings }) => settings.session.dataIn !== undefined,
  cookieLifetime: always,
  cookieBrowserSession: ({ has }) => has('wait', 'leave'),
  copiesUserIntoCookie: ({ has }) => has('ban', 'demote'),
  sessionLifetime: always,
  browserSession: ({ has }) => has('wait', 'leave'),
  rolling: withTime,
  resave: withOverlap,
  countsVisits: withOverlap,
  absoluteLifetime: withTime,
  sameSite: withOthers,
  secure: always,
  httpOnly: ({ has }) => has('injectScript'),
  saveUninitialized: ({ has, asksFirst }) => asksFirst || has('plant'),
  regenerate: ({ has }) => has('plant'),
  destroyAtLogout: withLogout,
  clearCookieAtLogout: withLogout,
  expiresAtBoot: withTime,
  maxAgeInSeconds: withTime,
  copiesUser: ({ has }) => has('ban', 'demote'),
  endAllAtPasswordChange: ({ has }) => has('changePassword'),
  tokenLifetime: always,
  keptIn: always,
  leeway: (facts) => withTime(facts) || withSecond(facts),
  notBefore: ({ settings }) => settings.token.notBefore !== undefined,
  audience: ({ settings }) => settings.token.audience !== undefined,
  issuer: ({ settings }) => settings.token.issuer !== undefined,
  expiresInAsText: withTime,
  noExp: withTime,
  checkTyp: ({ settings }) => settings.token.refreshFormat === 'jwt',
  refreshFormat: withRefresh,
  refreshGrace: withRefresh,
  refreshReadsFirst: withRefresh,
  refreshInCookie: withRefresh,
  denyList: withLogout,
  noStore: ({ has }) => has('back'),
  clockOffset: withSecond,
  secondClockOffset: withSecond,
  comparesIat: ({ has }) => has('changePassword', 'logoutEverywhere'),
  pagePlace: withFrontEnd,
  credentials: withFrontEnd,
  cors: withFrontEnd,
  csrf: withOthers,
  thirdPartyBlocked: withFrontEnd,
  tlsProxy: withProxy,
  secureAuto: withProxy,
  payload: ({ settings }) => settings.payload !== undefined,
  secrets: ({ has }) => has('rotateSecret'),
};

/** Returns the settings that matter for the Actions of a run; the others are folded away. */
export function listTellingSettings(
  actions: readonly Action[],
  settings: Settings,
): ReadonlySet<SettingField> {
  const types = new Set(actions.map(({ type }) => type));
  const facts: Facts = {
    settings,
    has: (...wanted) => wanted.some((type) => types.has(type)),
    asksFirst: actions[0]?.type === 'request',
  };
  const fields = Object.keys(MATTERS) as SettingField[];
  return new Set(fields.filter((field) => MATTERS[field](facts)));
}
