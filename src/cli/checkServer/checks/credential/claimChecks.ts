import type { Bench } from '../../control/bench.ts';
import { endsCopies } from '../../control/logOut.ts';
import type { TokenParts } from '../../credential/jwt.ts';
import { readDate } from '../../wire/jar.ts';
import { listLeaves } from '../../wire/reply.ts';
import { type Check, JWT_KINDS, judge, pass, say, skip, type Verdict } from '../check.ts';
import { findPassword } from '../routes/findPassword.ts';

const DAY = 86_400;
/** In seconds this is the year 5138; in milliseconds it was 1973. */
const MILLISECONDS_FROM = 1e11;
/** Shorter than this nobody means a token to live, and than USABLE nobody can work with it. */
export const MEANT = 10;
const USABLE = 60;

/** Returns how long a token lives from its making, in seconds; `null` for one without an end. */
export function toTokenLifetime({ claims: { exp, iat } }: TokenParts, now: number): number | null {
  if (typeof exp !== 'number') return null;
  return Math.round(exp - (typeof iat === 'number' && iat <= exp ? iat : now));
}

/** Says a time in the unit that fits it. */
export function sayTime(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 3 * 3600) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 3 * DAY
    ? `${Math.round(seconds / 3600)} hours`
    : `${Math.round(seconds / DAY)} days`;
}

/** Reads the time by the server's own clock, at the first login. */
const readNow = ({ logins, net }: Bench) => {
  const reply = logins[0]?.holder.reply;
  return (reply && readDate(reply)) ?? net.now;
};

function check(
  parts: Omit<Check, 'kinds' | 'run'>,
  look: (token: TokenParts, bench: Bench) => Verdict | Promise<Verdict>,
): Check {
  return {
    ...parts,
    kinds: JWT_KINDS,
    run: async (bench) =>
      bench.found.jwt ? look(bench.found.jwt, bench) : skip('the token is no JWT'),
  };
}

export const CLAIM_CHECKS: readonly Check[] = [
  check(
    {
      id: 'token.exp',
      step: 12,
      worst: 'fail',
      expected: 'the token has an exp, in seconds',
      why: 'Without exp a stolen token works for ever. Date.now() gives milliseconds: read as seconds, that lies tens of thousands of years ahead.',
    },
    ({ claims }) => {
      const { exp } = claims;
      if (exp === undefined)
        return say('fail', `no exp; there is ${Object.keys(claims).join(', ') || 'nothing'}`);
      if (typeof exp !== 'number') return say('fail', 'exp is no number');
      return judge(exp < MILLISECONDS_FROM, `exp ${exp}`, 'fail');
    },
  ),
  check(
    {
      id: 'token.lifetime',
      step: 12,
      worst: 'fail',
      expected: 'the token lives long enough to be used, and a day at most',
      why: 'Where the server does not end it at the logout, its lifetime is how long a thief has. And expiresIn as a text of digits is in milliseconds: "3600" is under four seconds.',
      follows: ['token.exp'],
    },
    async (token, bench) => {
      const lifetime = toTokenLifetime(token, readNow(bench)) ?? 0;
      const came = sayTime(lifetime);
      if (lifetime < MEANT) return say('fail', came);
      if (lifetime < USABLE) return say('warn', came);
      if (lifetime <= DAY) return pass(came);
      const isEnded = await endsCopies(bench);
      const isEndless = lifetime > 365 * DAY;
      if (isEnded)
        return say(isEndless ? 'warn' : 'note', `${came}, and the logout ends it before`);
      return say(isEndless ? 'fail' : 'warn', came);
    },
  ),
  check(
    {
      id: 'token.claims',
      step: 3,
      worst: 'fail',
      expected: 'the payload holds no password, nor what it is kept as',
      why: 'The payload is signed, not encrypted: whoever has the token reads it.',
    },
    ({ claims }, { settings }) => {
      const found = findPassword(listLeaves(claims), settings);
      return found === null
        ? pass(`claims: ${Object.keys(claims).join(', ')}`)
        : say('fail', found.came, found.advice);
    },
  ),
  {
    id: 'token.size',
    step: 6,
    kinds: ['bearer', 'opaque'],
    worst: 'warn',
    expected: 'the token fits into a header (8 KiB at most)',
    why: 'Node refuses headers over 16 KiB altogether, with 431, and proxies do so earlier.',
    async run(bench) {
      const { length } = bench.holder().token ?? '';
      return judge(length <= 8192, `${length} characters`, 'warn');
    },
  },
];
