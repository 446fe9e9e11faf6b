import type { Bench } from '../../control/bench.ts';
import { isSentTo, readDate, type SentCookie, toLifetime } from '../../wire/jar.ts';
import { findRefusal } from '../../wire/refusal.ts';
import { ALL_KINDS, type Check, COOKIE_KINDS, judge, MARKS, pass, say, skip } from '../check.ts';
import { listOtherCookies } from './credentialCookies.ts';

const DAY = 86_400;
/** Seconds below which nobody means a cookie to live. */
export const SHORTEST = 60;
/** What a browser keeps at most, and what nobody means who counts in seconds. */
const LONGEST = 400 * DAY;
const SPACING_MS = 2100;

/** Returns the cookie of the login as its line set it; `null` where no line did. */
export function readSentCookie(bench: Bench, holder = bench.holder()): SentCookie | null {
  const { carrier } = bench.found;
  return carrier.in === 'cookie' ? (holder.visitor.sent.get(carrier.name) ?? null) : null;
}

/** Writes a Set-Cookie line without the value, which is a secret. */
export const describeCookie = ({ name, line }: SentCookie) =>
  [name ? `${name}=…` : '…', ...line.split(';').slice(1)].join(';');

/** What CHIPS comes to. */
export const PARTITIONED = 'browsers send it under the page alone under which it was set';

/** Tells whether a cookie belongs to one page: under another site’s the browser has none. */
export const isPartitioned = ({ attributes, isRefused }: SentCookie): boolean =>
  attributes.has('partitioned') && !isRefused;

type Look = (cookie: SentCookie, bench: Bench) => ReturnType<Check['run']>;

/** Returns the line that set the cookie which carries the login; `null` where none does, or none was seen. */
function readOwnCookie(bench: Bench): SentCookie | null {
  const [first] = bench.logins;
  return readSentCookie(bench, first?.holder) ?? readSentCookie(bench);
}

/** Makes a check of the line that set the cookie which carries the login. */
function checkOwn(parts: Omit<Check, 'kinds' | 'run'>, look: Look): Check {
  return {
    ...parts,
    kinds: COOKIE_KINDS,
    async run(bench) {
      const cookie = readOwnCookie(bench);
      return cookie ? look(cookie, bench) : skip('no line that set it was seen');
    },
  };
}

/** Makes a check of each cookie of the login that opens a door; the worst is said. */
function check(parts: Omit<Check, 'kinds' | 'run'>, look: Look): Check {
  return {
    ...parts,
    kinds: ALL_KINDS,
    async run(bench) {
      const own = readOwnCookie(bench);
      const verdicts = own ? [await look(own, bench)] : [];
      for (const cookie of listOtherCookies(bench)) {
        const { came, ...verdict } = await look(cookie, bench);
        const isNamed = came.startsWith(`${cookie.name}=`);
        verdicts.push({ ...verdict, came: isNamed ? came : `the cookie ${cookie.name}: ${came}` });
      }
      const worst = MARKS.map((mark) => verdicts.find((verdict) => verdict.mark === mark));
      return (
        worst.find((verdict) => verdict !== undefined) ??
        skip('no cookie of the login opens anything')
      );
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a login now would be seconds after the first, where the cookie has a date to compare. */
export async function spaceLogins(bench: Bench): Promise<void> {
  const [first] = bench.logins;
  if (!first) return;
  const attributes = readSentCookie(bench, first.holder)?.attributes;
  if (!attributes?.has('expires') || attributes.has('max-age')) return;
  await pause(Math.max(0, first.atMs + SPACING_MS - performance.now()));
}

function sayLifetime(cookie: SentCookie) {
  const lifetime = toLifetime(cookie.stored);
  if (lifetime === null) return pass('until the browser is closed');
  const given = Number(cookie.attributes.get('max-age') ?? Number.NaN);
  if (given > LONGEST) {
    return say(
      'warn',
      `Max-Age=${given}: ${Math.round(given / DAY)} days (milliseconds in place of seconds?)`,
    );
  }
  const seconds = Math.round(lifetime);
  if (seconds <= 0) return say('fail', 'over on arrival');
  if (seconds < SHORTEST) return say('fail', `${seconds} s (seconds in place of milliseconds?)`);
  const isLong = seconds > 365 * DAY;
  return isLong ? say('warn', `${Math.round(seconds / DAY)} days`) : pass(`${seconds} s`);
}

export const COOKIE_CHECKS: readonly Check[] = [
  check(
    {
      id: 'cookie.kept',
      step: 5,
      worst: 'fail',
      expected: 'a browser accepts the cookie as it is',
      why: 'A browser drops what it must not keep, and says so only in its tools: the next request is a stranger’s.',
    },
    async (cookie, { found }) => {
      const refusal = findRefusal(cookie, found.login.url.hostname);
      return judge(refusal === null, refusal ?? 'nothing speaks against it', 'fail');
    },
  ),
  checkOwn(
    {
      id: 'cookie.travels',
      step: 6,
      worst: 'fail',
      expected: 'the browser sends the cookie along to the profile',
      why: 'A Path that does not cover the route keeps the cookie at home.',
      follows: ['cookie.kept'],
    },
    async ({ stored }, { found: { profile } }) =>
      judge(isSentTo(stored, profile.url), `Path=${stored.path}, Domain=${stored.domain}`, 'fail'),
  ),
  check(
    {
      id: 'cookie.httpOnly',
      step: 4,
      worst: 'fail',
      expected: 'the cookie is HttpOnly',
      why: 'Otherwise each script of the page can read it, and a script that got in can send it away.',
    },
    async (cookie) => judge(cookie.attributes.has('httponly'), describeCookie(cookie), 'fail'),
  ),
  check(
    {
      id: 'cookie.sameSite',
      step: 4,
      worst: 'warn',
      expected: 'the cookie says SameSite=Lax or Strict, or is Partitioned',
      why: 'Other sites must not be able to POST with it (CSRF). Without the attribute Chromium sends it for two minutes, Firefox and Safari always.',
    },
    async (cookie) => {
      if (isPartitioned(cookie)) return pass(`${describeCookie(cookie)}: ${PARTITIONED}`);
      const sameSite = cookie.attributes.get('samesite')?.toLowerCase();
      const isStated = sameSite === 'lax' || sameSite === 'strict';
      return judge(isStated, describeCookie(cookie), 'warn');
    },
  ),
  check(
    {
      id: 'cookie.secure',
      step: 4,
      worst: 'warn',
      expected: 'Secure, wherever there is https',
      why: 'In production a cookie without Secure also goes over plain http, where everybody on the way reads it.',
    },
    async (cookie, { found }) => {
      if (cookie.attributes.has('secure'))
        return pass('Secure, which browsers accept on localhost');
      const isHttps = found.login.url.protocol === 'https:' || found.forwardedProto;
      return isHttps
        ? say('warn', describeCookie(cookie))
        : skip('not over plain http: set it in production');
    },
  ),
  check(
    {
      id: 'cookie.lifetime',
      step: 12,
      worst: 'fail',
      expected: 'the cookie lives from a minute to a year, or until the browser is closed',
      why: 'maxAge of express-session and res.cookie is in milliseconds, Max-Age itself in seconds: 900 is not a quarter of an hour in both.',
    },
    async (cookie) => sayLifetime(cookie),
  ),
  checkOwn(
    {
      id: 'cookie.expiresMoves',
      step: 12,
      worst: 'fail',
      expected: 'each login sets an end of its own',
      why: 'A date that is worked out once, when the server starts, comes for everybody: from then on no cookie is kept. Give maxAge in place of expires.',
      follows: ['cookie.lifetime'],
    },
    async (cookie, bench) => {
      const [first] = bench.logins;
      const expires = cookie.attributes.get('expires');
      if (!first || expires === undefined || cookie.attributes.has('max-age')) {
        return skip('it has no date of its own');
      }
      await spaceLogins(bench);
      const last = bench.logins.at(-1);
      const isLater = last && last.atMs - first.atMs >= SPACING_MS - 100;
      const later = isLater ? last.holder : await bench.renew();
      const [from, to] = [readDate(first.holder.reply), readDate(later.reply)];
      if (from === undefined || to === undefined || to <= from)
        return skip('the server tells no time');
      const next = readSentCookie(bench, later)?.attributes.get('expires');
      return judge(
        next !== expires,
        `${expires}, and ${Math.round(to - from)} s later ${next}`,
        'fail',
      );
    },
  ),
];
