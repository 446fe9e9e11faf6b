import type { LineVerdict } from '../../inspect/cookie/judgeLine.ts';
import type { Lifetime } from '../../inspect/cookie/lifetime.ts';
import type { Complaint, PastedAnswer } from '../../inspect/cookie/pasted.ts';
import type { Age, SentBy, SentRule, Starter } from '../../inspect/cookie/sentTable.ts';
import type { SituationId } from '../../inspect/cookie/situations.ts';
import type { AskedBy } from '../../inspect/cookie/source.ts';
import { formatDate, formatDuration } from '../../page/format.ts';
import { toDraft } from './finding.ts';

const ASKED_BY: Readonly<Record<AskedBy, string>> = {
  fetch: 'fetch or XMLHttpRequest',
  navigation: 'A link or a form',
  addressBar: 'The address bar',
  embedded: 'An image, frame or script',
};

const REQUESTS: Readonly<Record<SentBy, string>> = {
  link: 'Link (GET)',
  form: 'Form (POST)',
  fetch: 'fetch with credentials: include',
};

const STARTERS: Readonly<Record<Starter, string>> = {
  own: 'Same origin',
  sibling: 'Same site, another origin',
  other: 'Another site',
};

const AGES: Readonly<Record<Age, string>> = {
  young: 'first two minutes',
  old: 'older',
};

/** Why a cookie goes along or not, and the section that says so. */
const RULES: Readonly<Record<SentRule, readonly [text: string, source: string]>> = {
  sameSite: ['One site: SameSite does not matter', toDraft('5.2')],
  none: ['SameSite=None', toDraft('5.6.7')],
  noneBlocked: ['Third-party cookies are blocked', toDraft('7.1')],
  strict: ['SameSite=Strict', toDraft('5.6.7.1')],
  laxLink: ['Lax lets a link through', toDraft('5.6.7.1')],
  laxForm: ['Lax stops a POST', toDraft('5.6.7.1')],
  laxFetch: ['Lax stops all but navigation', toDraft('5.6.7.1')],
  unsetLink: ['Without SameSite a link lets it go', toDraft('5.6.7.1')],
  unsetYoung: ['Chromium for two minutes, Firefox and Safari always', toDraft('5.6.7.2')],
  unsetOld: ['Chromium takes it for Lax, Firefox and Safari send it', toDraft('5.6.7.2')],
  unsetFetch: ['Chromium takes it for Lax', toDraft('5.6.7.1')],
};

const SITUATIONS: Readonly<Record<SituationId, string>> = {
  samePage: 'fetch, page of the same origin',
  otherPortPlain: 'fetch, page on another port, credentials not set',
  otherPortInclude: 'fetch, page on another port, credentials: include',
  otherSitePlain: 'fetch, page of another site, credentials not set',
  otherSiteInclude: 'fetch, page of another site, credentials: include',
  otherSiteBlocked: 'The same, third-party cookies blocked',
  form: 'A form or link, from any site',
  http: 'The same URL over http',
  localhost: 'http://localhost',
};

const OTHERS: Readonly<Record<NonNullable<PastedAnswer['other']>, string>> = {
  cookie:
    'This is a Cookie field, which a browser sends. Whether a cookie is kept is decided by the Set-Cookie field of an answer: look for it in the Network panel, under Response Headers.',
  script:
    'This is code. Paste the Set-Cookie field that comes of it: in the Network panel, under Response Headers of the login. If there is none, the server has not set a cookie.',
  request:
    "This code does not ask for cookies to another origin. If page and server differ in host, port or scheme, the browser ignores the Set-Cookie of the answer: login says 200, and nothing is set. fetch takes credentials: 'include', axios withCredentials: true, at the login and after it; the server answers with Access-Control-Allow-Credentials: true and the page’s origin.",
  row: 'This is a row of a table of cookies: the browser has kept this one. Whether it goes along with a request is decided by its attributes: paste the Set-Cookie line of the login.',
};

/** What a browser says of a cookie, and what to do. */
const COMPLAINTS: Readonly<Record<Complaint, string>> = {
  secure:
    'The browser did not keep it: a cookie with Secure is taken from https alone (from localhost too, by Chromium and Firefox). Serve it by https, or set Secure only in production.',
  otherSite:
    'The browser did not keep it: a page of another site fetched, and with Lax or Strict, in Chromium also without SameSite, such a cookie is not kept. Put page and server under one domain, or the server behind the page’s own origin by a proxy. Else SameSite=None; Secure.',
  noneWithoutSecure:
    'The browser did not keep it: SameSite=None without Secure. Add Secure; if page and server are one site, use SameSite=Lax instead.',
  domain:
    'The browser did not keep it: its Domain does not cover the host that answered, or belongs to everybody. Leave Domain out.',
  prefix:
    'The browser did not keep it: a name that begins with __Host- or __Secure- promises Secure and https; __Host- also Path=/ and no Domain.',
  thirdParty:
    'The browser did not keep it: it blocks third-party cookies, whatever their attributes are. Put page and server under one domain, or the server behind the page’s own origin by a proxy.',
  tooLong:
    'The browser did not keep it: name and value together may have 4096 bytes. Keep an ID in the cookie, and the rest at the server.',
};

const sayName = (name: string) => (name === '' ? 'The cookie' : `“${name}”`);

/** Says what becomes of a line. */
function sayOutcome({ outcome, name }: LineVerdict): string {
  if (outcome === 'kept') return `${sayName(name)} is kept`;
  if (outcome === 'deletes') return `${sayName(name)} is deleted`;
  return `${sayName(name)} is not kept`;
}

const UNTIL_CLOSED = 'Until the browser is closed: neither Max-Age nor Expires says more.';

/** Says until when a cookie is kept, and what says so. */
function sayUntil({ expires, by, isCapped }: Lifetime, now: number): string {
  if (expires === null) return UNTIL_CLOSED;
  const attribute = by === 'maxAge' ? 'Max-Age' : 'Expires';
  const why = isCapped ? 'the longest that browsers allow' : `by ${attribute}`;
  return `Until ${formatDate(expires)}, ${formatDuration(expires - now)} from now, ${why}.`;
}

/** Says which requests a cookie may be part of, whoever makes them. */
function sayReach(domain: string, hostOnly: boolean, path: string, secure: boolean): string {
  const hosts = hostOnly ? `${domain} alone` : `${domain} and every host below it`;
  const paths = path === '/' ? 'all paths' : `${path} and below`;
  return `To ${hosts}, ${paths}, ${secure ? 'over https (and to localhost)' : 'over https and http'}. The port does not matter.`;
}

export const COOKIE_INSPECT_TEXTS = {
  line: 'Set-Cookie line, or all header fields of the answer',
  example: 'Set-Cookie: sid=abc123; Path=/; HttpOnly; Secure; SameSite=None',
  tryExample: 'Try an example',
  url: 'URL that answered',
  by: 'What asked for it',
  askedBy: ASKED_BY,
  page: 'Page that asked',
  sameOrigin: 'the same origin',
  credentials: 'Credentials mode of the fetch',
  credentialsNote: 'fetch says same-origin unless it is told otherwise.',
  modes: { omit: 'omit', 'same-origin': 'same-origin', include: 'include' },
  thirdParty: 'Third-party cookies',
  thirdParties: { allowed: 'Allowed', blocked: 'Blocked' },
  noUrl: 'That is no URL of http or https.',
  verdict: 'Verdict',
  sayOutcome,
  /** What a line that deletes has to have in common with the cookie. */
  sayDeletes: (domain: string, path: string) =>
    `Its time is over, so it takes away the cookie of this name for ${domain} and Path=${path}, if there is one. One with another Domain or Path stays.`,
  deletesSource: toDraft('5.7'),
  reasons: 'Why',
  remarks: 'Worth knowing',
  until: 'Until when',
  sayUntil,
  reach: 'Sent where',
  sayReach,
  scripts: 'Scripts of the page',
  seen: 'Can read it in document.cookie.',
  unseen: 'Cannot read it: HttpOnly.',
  fix: 'Do this:',
  sentTitle: 'Who sends it when',
  sayTarget: (target: string) => `To ${target}, by whose page makes the browser ask.`,
  starter: 'Page that asks',
  starters: STARTERS,
  requests: REQUESTS,
  ages: AGES,
  sent: 'Sent',
  left: 'Left out',
  rules: RULES,
  situationsTitle: 'The same line elsewhere',
  situation: 'Situation',
  situations: SITUATIONS,
  result: 'Result',
  kept: 'Kept',
  deletes: 'Deletes',
  refused: 'Not kept',
  nothing: 'Paste a line, and the browser’s rules are applied to it, here on this page.',
  others: OTHERS,
  complaints: COMPLAINTS,
  isNone:
    'There is no Set-Cookie in it. If the answer of the login has none, no browser rule is at fault: the server has not set a cookie. In express-session: is anything written into req.session, and is saveUninitialized off? With cookie.secure on, is it https, or “trust proxy” set?',
  sayNth: (nth: number, all: number) => `Line ${nth} of ${all}`,
} as const;
