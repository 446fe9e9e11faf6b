import type { Bench } from '../../control/bench.ts';
import { describeReply } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, pass, say, skip } from '../check.ts';
import { findSpent, probeCredentials } from './inputChecks.ts';
import { logInStranger, logInWrongly, toShown, tryRefusals } from './loginChecks.ts';

/** More wrong passwords than these for one name are not tried. */
const MOST = 60;

/** Tells whether a lock, or a limit, has shown itself. */
async function isShown(bench: Bench): Promise<boolean> {
  const { pathname } = bench.found.login.url;
  const isLock = ({ url, status }: { readonly url: URL; readonly status: number }) =>
    url.pathname === pathname && [423, 429].includes(status);
  if (bench.refusals().some(isLock)) return true;
  const { lock } = await tryRefusals(bench);
  return (lock ?? (await findSpent(bench, await probeCredentials(bench)))) !== null;
}

/** Comes when a lock has shown itself: nobody is locked out for this. */
export const LOCK_CHECKS: readonly Check[] = [
  {
    id: 'login.lock',
    step: 2,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'an unknown name is locked after as many tries as a known one',
    why: 'A lock that only names get which exist says which ones do. Count the tries of every name, or of every address.',
    follows: ['login.wrongPassword', 'login.unknownUser'],
    async run(bench) {
      if (!(await isShown(bench))) return skip('no lock has shown itself');
      const tries = bench.net.count.attempts;
      if (tries > MOST) return skip(`there were ${tries} wrong passwords, too many to compare`);
      // With a number that no other try has.
      const locked = await logInWrongly(bench, MOST);
      const shown = toShown(locked, bench);
      const { wrong } = await tryRefusals(bench);
      if (shown === toShown(wrong, bench)) return skip('it looks as a wrong password does');
      for (let i = 0; i <= tries; i++) {
        const unknown = await logInStranger(bench);
        if (toShown(unknown, bench) === shown) return pass(describeReply(unknown.reply));
      }
      return say(
        'warn',
        `a known name: ${describeReply(locked.reply)}; an unknown one is never locked`,
      );
    },
  },
];
