import type { SettingWords } from './settingWords.ts';

/** The words of the settings of a session, wherever its data is. */
export const SESSION_WORDS = {
  dataIn: {
    label: 'Session data in',
    meaning:
      'The cookie, as cookie-session has it: signed, for anybody to read, and kept by no server.',
  },
  store: {
    label: 'Session store',
    meaning:
      'In memory, as the MemoryStore, a restart forgets every record; in a database it does not.',
  },
  sessionLifetime: {
    label: 'Session lifetime',
    meaning:
      'maxAge. Each use moves the record’s end; the browser’s cookie keeps its date until a Set-Cookie moves it: with rolling, or when the session was changed.',
  },
  browserSession: {
    label: 'Browser session',
    meaning: 'No maxAge: the cookie ends with the browser, the MemoryStore’s record never.',
  },
  rolling: {
    label: 'rolling',
    meaning: 'Every response sets the cookie anew, with a later date.',
  },
  resave: {
    label: 'resave',
    meaning: 'Every request writes its session back, also one that a logout has ended meanwhile.',
  },
  countsVisits: {
    label: 'Pages write into the session',
    meaning: 'Each page counts the visit there, so that its session is changed and written back.',
  },
  absoluteLifetime: {
    label: 'Absolute timeout',
    meaning: 'From the login on, whatever use there is. 0: none.',
  },
  saveUninitialized: {
    label: 'saveUninitialized',
    meaning: 'Whoever comes without logging in gets a record and a cookie, too.',
  },
  regenerate: {
    label: 'Regenerate at login',
    meaning:
      'With it a login makes a new session ID, without it the old one stays. It shows when one was planted before.',
  },
  destroyAtLogout: {
    label: 'Destroy record at logout',
    meaning: 'Without it, a copied cookie goes on working after logout.',
  },
  copiesUser: {
    label: 'Copy the user at login',
    meaning: 'The record holds the role, and no request looks the user up: nor does it see a ban.',
  },
  endAllAtPasswordChange: {
    label: 'New password ends sessions',
    meaning: 'All of the user’s. Without it, whoever is in stays in.',
  },
  expiresAtBoot: {
    label: 'Expires set at boot',
    meaning: 'A bug: cookie.expires is a date that the process works out once, as it starts.',
  },
  maxAgeInSeconds: {
    label: 'maxAge in seconds',
    meaning: 'A bug: express-session takes milliseconds, so 900 is not a second.',
  },
  cookieLifetime: {
    label: 'Session lifetime',
    meaning: 'maxAge. The browser’s cookies have this end; the data in them has none.',
  },
  cookieBrowserSession: {
    label: 'Browser session',
    meaning: 'No maxAge: the cookies end with the browser, the data in them never.',
  },
  copiesUserIntoCookie: {
    label: 'Copy the user at login',
    meaning: 'The cookie holds the role, and no request looks the user up: nor does it see a ban.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export const DATA_IN_OPTIONS = [
  ['store', 'A store'],
  ['cookie', 'The cookie'],
] as const;

export const STORE_OPTIONS = [
  ['memory', 'In memory'],
  ['persistent', 'In a database'],
] as const;
