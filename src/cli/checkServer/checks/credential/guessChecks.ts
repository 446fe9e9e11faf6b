import { type Bench, LoginLost, readCredential } from '../../control/bench.ts';
import {
  compareIds,
  ENOUGH_BITS,
  estimateBits,
  FEWEST_VARYING,
} from '../../credential/compareIds.ts';
import { holdsItself } from '../../credential/holding.ts';
import { type SignedValue, splitSigned } from '../../credential/signedCookie.ts';
import type { Holder } from '../../discover/holder.ts';
import { type Check, pass, say, skip, type Verdict } from '../check.ts';

/** So many IDs tell a counter from chance. */
const LOGINS = 3;

/** Reads what a login brought, also where a logout has taken it back. */
function readGiven({ found }: Bench, holder: Holder): string {
  const { carrier } = found;
  const sent = carrier.in === 'cookie' ? holder.visitor.sent.get(carrier.name)?.value : undefined;
  return sent ?? readCredential(found, holder);
}

/** Lists the IDs of all logins so far, the last one first, and of as many more as it takes. */
async function listIds(bench: Bench): Promise<SignedValue[]> {
  try {
    while (bench.logins.length < LOGINS) await bench.renew();
  } catch (error) {
    // What there is has to do.
    if (!(error instanceof LoginLost)) throw error;
  }
  const given = bench.logins.map(({ holder }) => readGiven(bench, holder));
  return given
    .filter((value) => value !== '')
    .map(splitSigned)
    .reverse();
}

async function judgeIds(bench: Bench): Promise<Verdict> {
  const all = await listIds(bench);
  const [last] = all;
  if (!last) return skip('no login brought one that is left to look at');
  const { id, signature } = last;
  const bits = Math.round(estimateBits(id));
  // A signature keeps out whoever guesses an ID.
  const mark = signature === null ? 'fail' : 'note';
  const came = `${id.length} characters, ${bits} bits at most`;
  if (bits < ENOUGH_BITS) return say(mark, came);
  const spread = compareIds(all.map((each) => each.id));
  if (!spread || spread.bits >= FEWEST_VARYING) return pass(came);
  const { varying, length } = spread;
  return say(mark, `of ${length} characters ${varying} differ between ${spread.ids} logins`);
}

/** Come late: the more logins there were, the surer it is how their IDs differ. */
export const GUESS_CHECKS: readonly Check[] = [
  {
    id: 'session.idLength',
    step: 3,
    kinds: ['session'],
    worst: 'fail',
    expected: 'the session ID is long enough that nobody guesses it (64 bits or more)',
    why: 'Short or counted IDs can be tried out; 16 bytes of crypto.randomBytes cannot.',
    follows: ['cookie.tampered'],
    run: judgeIds,
  },
  {
    id: 'token.guess',
    step: 3,
    kinds: ['opaque'],
    worst: 'fail',
    expected: 'the token is long enough that nobody guesses it (64 bits or more)',
    why: 'Short or counted tokens can be tried out; 16 bytes of crypto.randomBytes cannot.',
    follows: ['token.tampered'],
    async run(bench) {
      const token = readCredential(bench.found, bench.holder());
      if (holdsItself(token)) return skip('it holds its data: what proves it is its signature');
      return judgeIds(bench);
    },
  },
];
