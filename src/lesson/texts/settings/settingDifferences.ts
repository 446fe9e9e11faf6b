import type { FrontEnd, Settings, TlsProxy } from '../../../sim/settings.ts';
import { formatCount, formatDuration, formatTime } from '../../page/format.ts';
import { SAME_SITE_OPTIONS } from './cookieWords.ts';
import { CORS_OPTIONS, CSRF_OPTIONS, PROXY_OPTIONS } from './originWords.ts';
import { DATA_IN_OPTIONS } from './sessionWords.ts';
import type { SettingName } from './settingWords.ts';
import { SETTING_WORDS } from './settingWords.ts';
import { KEPT_IN_OPTIONS, REFRESH_FORMAT_OPTIONS } from './tokenWords.ts';
import { sayPayload, saySecond } from './valueWords.ts';

type Part = 'user' | 'session' | 'token';
type Inside<P extends Part> = P extends Part ? `${P}.${keyof Settings[P] & string}` : never;

/** What each verifier does with a token. */
const VERIFIER_WORDS: Readonly<Record<NonNullable<Settings['token']['verifier']>, string>> = {
  library: 'Verifier of a library',
  naive: 'Verifier believes the token’s header',
  decode: 'Token is decoded, not verified',
};

/** One setting, by where it stands, e.g. `session.secure`. */
export type SettingPath = Exclude<keyof Settings, Part> | Inside<Part>;

type ValueAt<P extends SettingPath> = P extends keyof Settings
  ? Settings[P]
  : P extends `${infer Q extends Part}.${infer Key}`
    ? Key extends keyof Settings[Q]
      ? Settings[Q][Key]
      : never
    : never;

/** A setting and its value. */
export type SettingAt<P extends SettingPath = SettingPath> = {
  readonly [K in P]: { readonly path: K; readonly value: ValueAt<K> };
}[P];

/** How a setting is named where it is not the original's. */
interface Difference<T> {
  /** What it means to leave it out, where that is a value too. */
  readonly leftOut?: T;
  readonly say: (value: T) => string;
}

/** Several words and a value are parted, as in `Destroy record at logout: off`. */
const join = (label: string, value: string) => `${label}${label.includes(' ') ? ':' : ''} ${value}`;

const sayFlag = (label: string) => (on: boolean | undefined) => join(label, on ? 'on' : 'off');

/** A switch of the form, off when left out. */
const flag = (name: SettingName) => ({ leftOut: false, say: sayFlag(SETTING_WORDS[name].label) });

const sayDuration = (seconds: number) =>
  `${seconds < 0 ? '−' : ''}${formatDuration(Math.abs(seconds))}`;

/** A time of the form, 0 when left out. */
const time = (name: SettingName) => ({
  leftOut: 0,
  say: (seconds: number | undefined) => join(SETTING_WORDS[name].label, sayDuration(seconds ?? 0)),
});

const find = <T extends string>(options: readonly (readonly [T, string])[], value: T): string =>
  options.find(([one]) => one === value)?.[1] ?? value;

const sayText = (label: string) => (value: string | undefined) => join(label, value ?? 'none');

function sayFrontEnd(frontEnd: FrontEnd | undefined): string {
  if (!frontEnd) return 'Page on the server’s own origin';
  const { origin, credentials, cors } = frontEnd;
  return `Page at ${origin}, credentials ${credentials}, CORS: ${find(CORS_OPTIONS, cors)}`;
}

function sayProxy(proxy: TlsProxy | undefined): string {
  if (!proxy) return find(PROXY_OPTIONS, 'none');
  const { tells, trusted } = proxy;
  const choice = trusted ? (tells ? 'trusted' : 'silent') : tells ? 'untrusted' : 'bare';
  return join(SETTING_WORDS.tlsProxy.label, find(PROXY_OPTIONS, choice));
}

/** Secrets and passwords are never said, only that they are others. */
const DIFFERENCES: { readonly [P in SettingPath]: Difference<ValueAt<P>> } = {
  start: { say: (seconds) => `Starts at ${formatTime(seconds)}` },
  seed: { say: (seed) => `Random values from “${seed}”` },
  origin: { say: (origin) => `Address ${origin}` },
  payload: { say: sayPayload },
  frontEnd: { say: sayFrontEnd },
  csrf: {
    say: (csrf) => join(SETTING_WORDS.csrf.label, find(CSRF_OPTIONS, csrf ?? 'none')),
  },
  thirdPartyCookies: {
    say: (value) => (value ? 'Third-party cookies blocked' : 'Third-party cookies allowed'),
  },
  tlsProxy: { say: sayProxy },
  second: { say: saySecond },
  sharedStore: { leftOut: false, say: sayFlag('Shared store') },
  clockOffset: time('clockOffset'),
  secretAtBoot: {
    leftOut: 'fixed',
    say: (value) => (value === 'random' ? 'Secrets drawn at each start' : 'Secrets kept'),
  },
  noStore: { leftOut: true, say: sayFlag(SETTING_WORDS.noStore.label) },

  'user.id': { say: sayText('User ID') },
  'user.username': { say: sayText('Username') },
  'user.password': { say: () => 'Another password' },
  'user.role': { say: sayText('Role') },

  'session.secrets': {
    say: (secrets) =>
      secrets.length === 1
        ? 'Another session secret'
        : `Other session secrets (${formatCount(secrets.length, 'secret')})`,
  },
  'session.lifetime': {
    say: (seconds) =>
      seconds === null
        ? SETTING_WORDS.browserSession.label
        : join(SETTING_WORDS.sessionLifetime.label, sayDuration(seconds)),
  },
  'session.storeLatencyMs': {
    leftOut: 0,
    say: (milliseconds) => join(SETTING_WORDS.storeLatencyMs.label, `${milliseconds ?? 0} ms`),
  },
  'session.httpOnly': flag('httpOnly'),
  'session.secure': {
    say: (secure) =>
      secure === 'auto'
        ? `${SETTING_WORDS.secureAuto.label}`
        : sayFlag(SETTING_WORDS.secure.label)(secure),
  },
  'session.sameSite': {
    say: (value) =>
      value === null
        ? 'SameSite not set'
        : join(SETTING_WORDS.sameSite.label, find(SAME_SITE_OPTIONS, value)),
  },
  'session.dataIn': {
    leftOut: 'store',
    say: (place) => `Session data in: ${find(DATA_IN_OPTIONS, place ?? 'store')}`,
  },
  'session.cookieName': {
    leftOut: 'connect.sid',
    say: (name = 'connect.sid') => join(SETTING_WORDS.cookieName.label, name),
  },
  'session.cookieDomain': { say: sayText(SETTING_WORDS.cookieDomain.label) },
  'session.nextCookieDomain': {
    // Without one of its own the next version is like this one.
    say: (domain) =>
      domain === undefined
        ? 'Cookie Domain stays after restart'
        : join(SETTING_WORDS.nextCookieDomain.label, domain ?? 'none'),
  },
  'session.rolling': flag('rolling'),
  'session.saveUninitialized': flag('saveUninitialized'),
  'session.regenerate': flag('regenerate'),
  'session.destroyAtLogout': flag('destroyAtLogout'),
  'session.clearCookieAtLogout': flag('clearCookieAtLogout'),
  'session.clearsWithAttributes': flag('clearsWithAttributes'),
  'session.resave': flag('resave'),
  'session.countsVisits': flag('countsVisits'),
  'session.expiresAtBoot': flag('expiresAtBoot'),
  'session.maxAgeInSeconds': flag('maxAgeInSeconds'),
  'session.absoluteLifetime': time('absoluteLifetime'),
  'session.copiesUser': flag('copiesUser'),
  'session.endAllAtPasswordChange': flag('endAllAtPasswordChange'),
  'session.store': {
    leftOut: 'memory',
    say: (store) =>
      store === 'persistent' ? 'Session store in a database' : 'Session store in memory',
  },

  'token.secret': { say: () => 'Another token secret' },
  'token.lifetime': time('tokenLifetime'),
  'token.keptIn': { say: (place) => `Token kept in: ${find(KEPT_IN_OPTIONS, place)}` },
  'token.cookieName': {
    leftOut: 'token',
    say: (name = 'token') => join(SETTING_WORDS.tokenCookieName.label, name),
  },
  'token.leeway': time('leeway'),
  'token.audience': { say: sayText(SETTING_WORDS.audience.label) },
  'token.issuer': { say: sayText(SETTING_WORDS.issuer.label) },
  'token.notBefore': {
    say: (seconds) => (seconds === undefined ? 'No nbf' : `Not before: ${sayDuration(seconds)}`),
  },
  'token.refreshReadsFirst': flag('refreshReadsFirst'),
  'token.refreshInCookie': flag('refreshInCookie'),
  'token.denyList': flag('denyList'),
  'token.inSessionStore': flag('inSessionStore'),
  'token.comparesIat': flag('comparesIat'),
  'token.algorithms': {
    say: (algorithms = ['HS256']) => `Verifier accepts ${algorithms.join(', ')}`,
  },
  'token.verifier': {
    leftOut: 'library',
    say: (verifier = 'library') => VERIFIER_WORDS[verifier],
  },
  'token.kid': {
    leftOut: false,
    say: (kid) =>
      kid ? 'Tokens name their key (kid)' : 'Tokens name no key (kid), so that one secret verifies',
  },
  'token.expiresInAsText': flag('expiresInAsText'),
  'token.noExp': flag('noExp'),
  'token.checkTyp': flag('checkTyp'),
  'token.refreshLifetime': {
    say: (seconds) =>
      seconds === undefined ? 'No refresh tokens' : `Refresh tokens for ${sayDuration(seconds)}`,
  },
  'token.refreshGrace': time('refreshGrace'),
  'token.refreshFormat': {
    leftOut: 'opaque',
    say: (format = 'opaque') => `Refresh token is ${find(REFRESH_FORMAT_OPTIONS, format)}`,
  },
};

/** All settings, by where they stand, in the order in which their differences are told. */
export const SETTING_PATHS = Object.keys(DIFFERENCES) as readonly SettingPath[];

/** What a setting means that is left out; `undefined` where that is no value. */
export const toLeftOut = (path: SettingPath): unknown => DIFFERENCES[path].leftOut;

/** Names a setting and its value, as in `Secure on`. */
export function saySetting<P extends SettingPath>(setting: SettingAt<P>): string {
  const { leftOut } = DIFFERENCES[setting.path];
  const isLeftOut = setting.value === undefined && leftOut !== undefined;
  return DIFFERENCES[setting.path].say(isLeftOut ? leftOut : setting.value);
}
