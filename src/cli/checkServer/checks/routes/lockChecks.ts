import { describeReply } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, pass, say, skip } from '../check.ts';
import { logInStranger, logInWrongly } from './loginChecks.ts';

const LOCKED = [423, 429];
/** More wrong passwords than these for one name are not tried. */
const MOST = 60;

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
      const { login } = bench.found;
      const isLogin = ({ url, status }: { url: URL; status: number }) =>
        url.pathname === login.url.pathname && LOCKED.includes(status);
      if (!bench.refusals().some(isLogin)) return skip('no lock has shown itself');
      const tries = bench.net.count.attempts;
      if (tries > MOST) return skip(`there were ${tries} wrong passwords, too many to compare`);
      const known = await logInWrongly(bench, MOST);
      if (!LOCKED.includes(known.reply.status)) return skip('the lock is open again');
      for (let i = 0; i <= tries; i++) {
        const { reply } = await logInStranger(bench);
        if (reply.status === known.reply.status) return pass(describeReply(reply));
      }
      return say(
        'warn',
        `a known name: ${describeReply(known.reply)}; an unknown one is never locked`,
      );
    },
  },
];
