import type { Strategy } from '../../../sim/strategy.ts';

/** How the form names a setting, and the line that says what it does. */
export interface SettingWords {
  readonly label: string;
  readonly meaning: string;
}

/** The words of the settings that are a choice or a switch, or a typed number. */
export const SETTING_WORDS = {
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
  sessionLifetime: {
    label: 'Session lifetime',
    meaning:
      'maxAge. Each use moves the record’s end; the browser’s cookie keeps its date, unless rolling.',
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
  sameSite: {
    label: 'SameSite',
    meaning: 'Which requests that another site starts carry the cookie. None needs Secure.',
  },
  secure: {
    label: 'Secure',
    meaning:
      'https only. Over http, as in the walk, express-session sends no cookie and says nothing. Chromium itself takes one from http://localhost.',
  },
  httpOnly: {
    label: 'HttpOnly',
    meaning:
      'With it the page’s scripts cannot read the cookie, without it they can. It shows when a foreign script runs.',
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
  clearsWithAttributes: {
    label: 'Clear with attributes',
    meaning:
      'With it the logout repeats Domain, Secure and SameSite. Without it the browser may not find the cookie, or refuses.',
  },
  nextCookieDomain: {
    label: 'Cookie Domain after restart',
    meaning: 'In a scenario whose restarts bring a new version. Empty: it sets none.',
  },
  clearCookieAtLogout: {
    label: 'Clear cookie at logout',
    meaning: 'Without it, the browser keeps the cookie, though its record is gone.',
  },
  expiresAtBoot: {
    label: 'Expires set at boot',
    meaning: 'A bug: cookie.expires is a date that the process works out once, as it starts.',
  },
  maxAgeInSeconds: {
    label: 'maxAge in seconds',
    meaning: 'A bug: express-session takes milliseconds, so 900 is not a second.',
  },
  copiesUser: {
    label: 'Copy the user at login',
    meaning: 'The record holds the role, and no request looks the user up: nor does it see a ban.',
  },
  secretAtBoot: {
    label: 'Secrets',
    meaning:
      'What both servers sign with: kept in their configuration, or drawn anew whenever the process starts.',
  },
  storeLatencyMs: {
    label: 'Store takes',
    meaning:
      'For each call to a store outside of the server, in a scenario that has one. On every request express-session waits for two: get, and touch or set.',
  },
  endAllAtPasswordChange: {
    label: 'New password ends sessions',
    meaning: 'All of the user’s. Without it, whoever is in stays in.',
  },
  tokenLifetime: {
    label: 'Token lifetime',
    meaning: 'From iat to exp. Use does not move it.',
  },
  keptIn: {
    label: 'Token kept in',
    meaning:
      'Scripts read localStorage. A cookie the browser attaches by itself, with SameSite and Secure as for the session’s. A variable is lost by a reload.',
  },
  leeway: {
    label: 'Leeway',
    meaning:
      'How long after exp, and before nbf, a token is taken all the same, for clocks that differ.',
  },
  notBefore: {
    label: 'Not before',
    meaning: 'nbf: how long after its making a token is not taken yet. Empty: there is no nbf.',
  },
  audience: {
    label: 'Audience',
    meaning: 'aud: whom the token is for. A token without it is refused. Empty: nobody asks.',
  },
  issuer: {
    label: 'Issuer',
    meaning: 'iss: who made the token. One by somebody else is refused. Empty: nobody asks.',
  },
  expiresInAsText: {
    label: 'Lifetime as text',
    meaning: 'A bug: jsonwebtoken reads "3600" as milliseconds, and 3600 as seconds.',
  },
  noExp: {
    label: 'No exp',
    meaning: 'The token has no end of its own. Both libraries accept that.',
  },
  checkTyp: {
    label: 'Check typ',
    meaning: 'Access tokens have typ at+jwt in their header, and a token without it opens no page.',
  },
  verifier: {
    label: 'Verifier',
    meaning:
      'What a token is checked with. To believe its header, or to decode in place of verifying, are mistakes.',
  },
  kid: {
    label: 'Tokens name their key',
    meaning: 'kid, in the header: with it the old key still verifies while a new one signs.',
  },
  refreshFormat: {
    label: 'Refresh token is',
    meaning: 'Where there are refresh tokens. A JWT is signed with the access tokens’ secret.',
  },
  refreshReadsFirst: {
    label: 'Rotation reads first',
    meaning:
      'A bug: it reads whether a refresh token was used, and writes afterwards. Two at once both get a new pair.',
  },
  refreshInCookie: {
    label: 'Refresh token in a cookie',
    meaning:
      'HttpOnly and with Path=/refresh: scripts cannot read it, and it is sent there alone. Else it comes in the body.',
  },
  refreshGrace: {
    label: 'Refresh grace period',
    meaning:
      'How long a used refresh token may be used once more: for two tabs that ask at once, and for a thief.',
  },
  denyList: {
    label: 'Deny-list',
    meaning: 'Logout lists the token’s jti, and every request asks the list: state on the server.',
  },
  inSessionStore: {
    label: 'Lists in the session store',
    meaning:
      'Where that is outside of the server: deny-list and refresh tokens are down with it, and as slow. Off: in another database, which always answers.',
  },
  noStore: {
    label: 'Cache-Control: no-store',
    meaning: 'Without it, Back shows a private page out of the browser’s cache after the logout.',
  },
  clockOffset: {
    label: 'Server’s clock',
    meaning:
      'How far it is ahead of the true time; behind: with a minus. It judges exp and the record’s end. The browser has a clock of its own.',
  },
  secondClockOffset: {
    label: 'Server B’s clock',
    meaning:
      'The same for server B, the second one behind the address, in a scenario that has one.',
  },
  comparesIat: {
    label: 'Compare iat',
    meaning:
      'Every request looks up since when the user’s tokens hold. A new password and a logout everywhere move that on, and end the refresh tokens.',
  },
  pagePlace: {
    label: 'Page at',
    meaning:
      'Where the front end comes from, seen from the server. Another port is another origin of the same site, and so is a subdomain.',
  },
  credentials: {
    label: 'fetch credentials',
    meaning:
      'Whether the page’s fetches send cookies and keep those of the answers. A bearer token needs none.',
  },
  cors: {
    label: 'CORS: server allows',
    meaning:
      'Access-Control-Allow-Origin and -Credentials: whether the browser gives the answers to the page’s code.',
  },
  csrf: {
    label: 'CSRF check',
    meaning:
      'Before a transfer or a change of the account, whether the site’s own page posts it: by a field that no page can forge, or by a token that no other site can read.',
  },
  thirdPartyBlocked: {
    label: 'Block third-party cookies',
    meaning: 'The browsers send and keep none where a page of another site fetches.',
  },
  tlsProxy: {
    label: 'Proxy that ends TLS',
    meaning:
      'Browsers speak https with it, it speaks http with the server and says so by X-Forwarded-Proto.',
  },
  secureAuto: {
    label: 'secure: auto',
    meaning: 'In place of Secure: the cookie is Secure when Express takes the request for https.',
  },
  payload: {
    label: 'Payload',
    meaning:
      'A JSON object, at most 24 KiB and 32 levels deep: data in the session’s record, claims in the token. Empty: none.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export type SettingName = keyof typeof SETTING_WORDS;

export const SAME_SITE_OPTIONS = [
  ['lax', 'Lax'],
  ['strict', 'Strict'],
  ['none', 'None'],
  ['unset', 'Not set'],
] as const;

export const DATA_IN_OPTIONS = [
  ['store', 'A store'],
  ['cookie', 'The cookie'],
] as const;

export const STORE_OPTIONS = [
  ['memory', 'In memory'],
  ['persistent', 'In a database'],
] as const;

export const SECRET_OPTIONS = [
  ['fixed', 'Kept'],
  ['random', 'Drawn at each start'],
] as const;

export const VERIFIER_OPTIONS = [
  ['library', 'A library’s'],
  ['naive', 'Believes the header'],
  ['decode', 'Only decodes'],
] as const;

export const KEPT_IN_OPTIONS = [
  ['memory', 'Memory'],
  ['localStorage', 'localStorage'],
  ['cookie', 'HttpOnly cookie'],
] as const;

export const REFRESH_FORMAT_OPTIONS = [
  ['opaque', 'Random bytes'],
  ['jwt', 'A JWT'],
] as const;

/** What stands beside the secrets, wherever they are. */
export const SECRETS_NOTE =
  'Secrets stay in this page’s memory: they are in no address, no storage and no saved run, and neither is a payload that repeats one.';

/** What the secrets cannot show in some Scenarios. */
export const DRAWN_SECRETS_NOTE =
  'In this run the servers draw their secrets when they start, so these are not used.';
export const SECOND_SECRETS_NOTE =
  'In this scenario server B has secrets of its own; these are server A’s.';

/** What a small secret means, by what it signs. */
const WEAK_SECRET_WORDS: Readonly<Record<Strategy, string>> = {
  session:
    '. It is taken, but the session’s cookie is signed with it by HMAC: from one cookie, a short secret can be guessed offline.',
  token:
    ', under the 32 that RFC 7518 section 3.2 demands for HS256. It is taken, and is easier to guess.',
};

/** Says how large a secret is and, where it is small, what that means for what it signs. */
export function describeSecret(bytes: number, weakFor: Strategy | null): string {
  const size = `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return weakFor ? `Warning: ${size}${WEAK_SECRET_WORDS[weakFor]}` : size;
}
