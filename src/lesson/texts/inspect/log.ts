import type { LogEvent, LogFinding, WhyLeft } from '../../inspect/log/found.ts';
import type { LogProblem } from '../../inspect/log/readLog.ts';
import { type Finding, type MemberOf, type Sayings, toDraft } from './finding.ts';
import { sayRefusal } from './refusals.ts';
import { sayRemark } from './remarks.ts';

const MEGABYTE = 1_000_000;

const PROBLEMS: Readonly<Record<LogProblem, string>> = {
  empty: 'There is nothing in it.',
  tooLarge:
    'That is more than 20 MB, and was not read. Record the login alone: clear the Network panel, log in, and export again.',
  cutJson:
    'That begins as a HAR file, and is no whole JSON: perhaps not all of it was copied or saved. Export it again, and choose the file.',
  noHar: 'That is JSON, but no HAR: it has no log with entries.',
  noEntries: 'That is a HAR file without a single request to http or https.',
  answersAlone:
    'Those are answers without their requests (curl -i, or response headers): which address answered is missing. Take curl -v, httpie -v or “Copy all as HAR”; or paste the Set-Cookie line alone under Set-Cookie line.',
  requestAlone:
    'That is a request, and not what came of it. Send it with curl -v and paste all that it prints, or take “Copy all as HAR” in the Network panel.',
  noLog:
    'That is no HAR file, and no log of curl -v: no line begins with “> POST /login HTTP/1.1” or the like.',
};

const WHYS: Readonly<Record<WhyLeft, (domain: string, path: string, host: string) => string>> = {
  otherSite: (domain, _, host) =>
    `The cookie is for ${domain}, and ${host}, which was asked, is of another site.`,
  host: (domain, _, host) => `The cookie is for ${domain}, and ${host} was asked.`,
  path: (_, path) => `The cookie is for ${path} and below, and another path was asked.`,
  secure: (_, __, host) => `The cookie is Secure, and ${host} was asked over http.`,
  site: () => 'A page of another site asked, and SameSite kept the cookie back.',
  expired: () => 'Its time was over by then.',
  unexplained: () =>
    "By its attributes it would have gone along. A fetch leaves cookies out to another origin unless it says credentials: 'include', at the login as well; a browser may block third-party cookies; and curl keeps none without -c and -b.",
};

const FIXES: Readonly<Record<WhyLeft, string | null>> = {
  otherSite: 'Ask the host that has set it: there is no Domain that both share.',
  host: 'Set Domain to the domain that both hosts share, or ask the host that has set it.',
  path: 'Set it with Path=/.',
  secure: 'Use https for both.',
  site: 'Put page and server under one domain, or ask from the server’s own page.',
  expired: 'Give it a longer Max-Age, and look at both clocks.',
  unexplained:
    "In a page: fetch(url, { credentials: 'include' }) at each request. With curl: -c jar.txt -b jar.txt at each command.",
};

const CLEAR: Readonly<Record<Extract<LogFinding, { found: 'clearText' }>['what'], string>> = {
  password: 'The password',
  bearer: 'The Authorization field',
  cookie: 'The cookie',
};

const entitle = (name: string, { title, ...rest }: Finding): Finding => ({
  ...rest,
  title: `“${name}”: ${title}`,
});

const FINDINGS: Sayings<LogFinding, 'found'> = {
  cookieDropped: ({ name, refusal }) =>
    entitle(name, {
      ...sayRefusal(refusal),
      title: `dropped. ${sayRefusal(refusal).title}`,
    }),
  cookieRemark: ({ name, remark }) => entitle(name, sayRemark(remark)),
  clearMisses: ({ name, domain, path }) => ({
    title: `“${name}” is not cleared`,
    why: `The line that clears it is for another Domain or Path: the cookie for ${domain} and Path=${path} stays.`,
    fix: 'Clear it with the same Domain and Path that it was set with.',
    source: toDraft('5.7'),
  }),
  inUrl: ({ what, name }) => ({
    title: `A ${what} is in the address: ${name}`,
    why: 'Addresses are written to logs and to the history, and go along to other sites as Referer.',
    fix: 'Send it in a header field or in the body.',
    source: 'RFC 6750 section 5.3',
  }),
  clearText: ({ what, host }) => ({
    title: `${CLEAR[what]} goes over http`,
    why: `Whoever is on the way to ${host} reads it.`,
    fix: 'Use https.',
    source: toDraft('8.3'),
  }),
  redirectLoses: ({ name, why, domain, path, host }) => ({
    title: `The redirect loses “${name}”`,
    why: `The answer sets it, and the request that the redirect leads to has not got it. ${WHYS[why](domain, path, host)}`,
    fix: FIXES[why],
    source: toDraft('5.8.3'),
  }),
  deniedWithout: ({ name, why, domain, path, host }) => ({
    title: `Turned away without “${name}”`,
    why: `It was set before, and this request has not got it. ${WHYS[why](domain, path, host)}`,
    fix: FIXES[why],
    source: toDraft('5.8.3'),
  }),
  tokenNotSent: () => ({
    title: 'Turned away without the token',
    why: 'A token was handed out before, and this request has no Authorization field. A browser adds no token by itself.',
    fix: 'Send Authorization: Bearer with the token, in the code of the page.',
    source: 'RFC 6750 section 2.1',
  }),
};

/** Says what is unusual in an exchange. */
const sayFinding = <K extends LogFinding['found']>(
  finding: MemberOf<LogFinding, 'found', K>,
): Finding => FINDINGS[finding.found](finding);

const DOES = { sets: 'Sets', clears: 'Clears', sends: 'Sends' } as const;

/** Says what an exchange does with a credential. */
function sayEvent(event: LogEvent): string {
  if (event.does === 'hands') return `Hands out ${event.name || 'a token'}`;
  if (event.what === 'cookie')
    return `${DOES[event.does]} ${event.name || 'a cookie without a name'}`;
  return event.what === 'password' ? 'Sends a password' : `Sends Authorization: ${event.scheme}`;
}

export const LOG_INSPECT_TEXTS = {
  paste: 'Paste a log',
  pasteNote:
    'The field empties itself: only what is masked is shown. Firefox and Chrome: Network, right click, “Copy all as HAR”. curl: curl -v … 2>&1',
  file: 'Or choose a file',
  /** How much is read. */
  sayLimit: (bytes: number) =>
    `Up to ${Math.round(bytes / MEGABYTE)} MB. It is read on this page, and sent nowhere.`,
  tryExample: 'Try an example',
  verdict: 'Verdict',
  nothing: 'Passwords, cookies and tokens are masked before anything is shown.',
  reading: 'It is being read …',
  problems: PROBLEMS,
  unreadable: 'The file could not be read.',
  sayShown: (shown: number, all: number) =>
    `${shown} of ${all} exchanges set, send or clear a credential, or have something unusual`,
  sayFound: (count: number) =>
    count === 0
      ? 'Nothing unusual was found.'
      : `${count} unusual ${count === 1 ? 'thing' : 'things'} found.`,
  sayLeft: (left: number) => `${left} more exchanges were not looked at.`,
  mask: '‹A·43› are 43 characters that are, or may be, a secret; the same letter is the same value. Only what is known to be harmless is shown.',
  isBare:
    'There is no cookie, token or password in it at all. Chrome leaves them out of a HAR unless “Allow to generate HAR with sensitive data” is on in the settings of DevTools.',
  credentials:
    'A log does not say with which credentials mode a page fetched. It is taken to be include; where it was not, the cookie was not kept: paste the line under Set-Cookie line to see it.',
  sayNth: (nth: number, startLine: string) => `${nth}. ${startLine}`,
  request: 'Request',
  response: 'Response',
  noResponse: 'No answer came.',
  sayOmitted: (characters: number) => `Body of ${characters} characters, not shown`,
  unusual: 'Unusual',
  sayUnusual: (nth: number) => `Unusual in exchange ${nth}`,
  does: 'Credentials',
  sayEvent,
  sayFinding,
  /** A login as curl shows it, which loses its cookie in the redirect. */
  example: `> POST /auth/login HTTP/1.1
> Host: shop.example
> Content-Type: application/x-www-form-urlencoded
< HTTP/1.1 302 Found
< Location: /profile
< Set-Cookie: sid=s%3AQ7r1mB0yq9LxT2.c2lnbmF0dXJl; HttpOnly
< Set-Cookie: theme=dark; SameSite=None
> GET /profile HTTP/1.1
> Host: shop.example
< HTTP/1.1 401 Unauthorized
< Content-Type: application/json
{"error":"not logged in"}
`,
} as const;
