import type { Bench } from '../../control/bench.ts';
import { ALL_KINDS, blocked, type Check, pass, say, skip } from '../check.ts';
import { type Comparison, compareTimes } from './compareTimes.ts';
import { findSpent, probeCredentials } from './inputChecks.ts';
import { logInStranger, logInWrongly, type Refused, tryRefusals } from './loginChecks.ts';

/** So many pairs are compared, and then more as long as it is not clear. */
const LOOKS = [4, 10, 18, 26] as const;

/** Above the numbers of all other wrong passwords. */
const TIMED = 100;

const isLike = ({ reply }: Refused, first: Refused) => reply.status === first.reply.status;

/**
 * Tries a known name and an unknown one in turns; `null` when they are no longer answered as at first.
 * Each has as many wrong passwords behind it as the other: some servers get slower with each of a name.
 */
async function compare(bench: Bench): Promise<Comparison | null> {
  await bench.renew();
  const known: Refused[] = [];
  const unknown: Refused[] = [];
  const toTimes = (all: readonly Refused[]) => all.map(({ reply }) => reply.tookMs);
  for (const look of LOOKS) {
    while (known.length < look) {
      // Each goes first as often as the other: a machine may be busy for a while.
      const i = known.length + 1;
      const tries = [() => logInWrongly(bench, TIMED + i), () => logInStranger(bench, 1)] as const;
      const second = i % 2 === 0 ? null : await tries[1]();
      const one = await tries[0]();
      const other = second ?? (await tries[1]());
      const [first, stranger] = [known[0] ?? one, unknown[0] ?? other];
      if (!isLike(one, first) || !isLike(other, stranger)) return null;
      known.push(one);
      unknown.push(other);
    }
    const came = compareTimes(toTimes(known), toTimes(unknown));
    if (came.verdict !== 'unclear' || look === LOOKS.at(-1)) return came;
  }
  return null;
}

/** Comes after what a lock would keep out: it takes many tries. */
export const TIME_CHECKS: readonly Check[] = [
  {
    id: 'login.time',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'an unknown name takes as long as a wrong password',
    why: 'Who compares a hash only for names that exist says which ones do, by the clock. Compare with a fixed hash where there is no user.',
    follows: ['login.unknownUser', 'login.wrongPassword', 'login.noPassword'],
    async run(bench) {
      const { lock } = await tryRefusals(bench);
      const spent = lock ?? (await findSpent(bench, await probeCredentials(bench)));
      if (spent) return spent;
      const found = await compare(bench);
      if (!found) return blocked('after some wrong passwords a login is answered otherwise');
      const [known, unknown] = [Math.round(found.known), Math.round(found.unknown)];
      const came = `a name that exists takes ${known} ms, an unknown one ${unknown} ms`;
      if (found.verdict === 'different') return say('warn', came);
      if (found.verdict === 'alike') return pass(came);
      const margin = Math.max(1, Math.round(found.margin));
      return skip(`it could not be told: ${came}, give or take ${margin} ms on a busy machine`);
    },
  },
];
