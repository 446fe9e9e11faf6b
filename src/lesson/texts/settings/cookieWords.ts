import type { SettingWords } from './settingWords.ts';

/** The words of the settings of the cookies. */
export const COOKIE_WORDS = {
  sameSite: {
    label: 'SameSite',
    meaning:
      'Which requests that another site starts carry the cookie. SameSite=None needs Secure.',
  },
  secure: {
    label: 'Secure',
    meaning:
      'https only. Over http express-session sends no cookie and says nothing. Chromium itself takes one from http://localhost.',
  },
  secureAuto: {
    label: 'secure: auto',
    meaning: 'In place of Secure: the cookie is Secure when Express takes the request for https.',
  },
  httpOnly: {
    label: 'HttpOnly',
    meaning:
      'With it the page’s scripts cannot read the cookie, without it they can. It shows when a foreign script runs.',
  },
  cookieName: {
    label: 'Cookie name',
    meaning:
      'With __Host- in front the browser takes it only Secure, with Path=/ and without Domain. Empty: connect.sid.',
  },
  tokenCookieName: {
    label: 'Token cookie name',
    meaning: 'As the session’s, with the same promises in front. Empty: token.',
  },
  cookieDomain: {
    label: 'Cookie Domain',
    meaning:
      'Which host and its subdomains get it; a token’s cookie has it, too. Empty: only the host that sets it.',
  },
  nextCookieDomain: {
    label: 'Cookie Domain after restart',
    meaning: 'In a scenario whose restarts bring a new version. Empty: it sets none.',
  },
  clearCookieAtLogout: {
    label: 'Clear cookie at logout',
    meaning: 'Without it, the browser keeps the cookie, though its record is gone.',
  },
  clearsWithAttributes: {
    label: 'Clear with attributes',
    meaning:
      'With it the logout repeats Domain, Secure and SameSite. Without it the browser may not find the cookie, or refuses.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export const SAME_SITE_OPTIONS = [
  ['lax', 'Lax'],
  ['strict', 'Strict'],
  ['none', 'None'],
  ['unset', 'Not set'],
] as const;
