import type { Settings } from '../../../sim/settings.ts';
import type { SettingPath } from './settingDifferences.ts';
import { SETTING_WORDS, type SettingName } from './settingWords.ts';

const isNamed = (name: string): name is SettingName => Object.hasOwn(SETTING_WORDS, name);

function toName(path: SettingPath, { session }: Settings): string {
  const inCookie = session.dataIn === 'cookie';
  if (path === 'token.lifetime') return 'tokenLifetime';
  if (path !== 'session.lifetime') return path.split('.').at(-1) ?? path;
  if (session.lifetime === null) return inCookie ? 'cookieBrowserSession' : 'browserSession';
  return inCookie ? 'cookieLifetime' : 'sessionLifetime';
}

/** What is said of a setting where its form would say what comes of it, which is what is asked. */
const GIVEN: Readonly<Partial<Record<SettingName, string>>> = {
  store: 'Where the session server keeps its records: in its process, or outside of it.',
  sessionLifetime: 'maxAge, of the record and of the cookie.',
  browserSession: 'The cookie has no maxAge.',
  cookieLifetime: 'maxAge, of the cookies.',
  cookieBrowserSession: 'The cookies have no maxAge.',
  dataIn:
    'The cookie, as cookie-session has it: signed, for anybody to read, kept by no server, and of no age that a server checks.',
  resave: 'Every request writes its session back, whether it has changed it or not.',
  countsVisits: 'Each page counts the visit in its session.',
  regenerate: 'Whether a login makes a new session ID.',
  destroyAtLogout: 'Whether a logout deletes the record in the store.',
  copiesUser: 'The record holds the role, and no request looks the user up.',
  copiesUserIntoCookie: 'The cookie holds the role, and no request looks the user up.',
  endAllAtPasswordChange: 'Whether a new password deletes all session records of the user.',
  maxAgeInSeconds: 'A bug: seconds are handed over where express-session takes milliseconds.',
  clearCookieAtLogout: 'Whether the answer to a logout clears the browser’s cookie.',
  clearsWithAttributes:
    'Whether a logout repeats Domain, Secure and SameSite as it clears a cookie.',
  tokenLifetime: 'From iat to exp.',
  keptIn: 'Where the page has it.',
  noExp: 'The token has no exp.',
  verifier: 'What a token is checked with.',
  kid: 'kid, in the token’s header.',
  refreshReadsFirst: 'A bug: it reads whether a refresh token was used, and writes afterwards.',
  refreshGrace: 'How long a used refresh token may be used once more.',
  denyList: 'Logout lists the token’s jti, and every request asks the list.',
  inSessionStore: 'Where the deny-list and the refresh tokens are; off: in another database.',
  comparesIat:
    'Whether the token server compares each token’s iat with a second in the user’s row, which a new password and a logout everywhere move on. A session has no iat.',
  noStore: 'Whether private pages say Cache-Control: no-store.',
};

/** Says what a setting is, and not what comes of it, where a question is asked; `null` for what is in no form. */
export function explainSetting(path: SettingPath, settings: Settings): string | null {
  const name = toName(path, settings);
  return isNamed(name) ? (GIVEN[name] ?? SETTING_WORDS[name].meaning) : null;
}
