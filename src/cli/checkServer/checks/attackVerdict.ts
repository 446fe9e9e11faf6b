import type { Attack, Bench } from '../control/bench.ts';
import type { Holder } from '../discover/holder.ts';
import { describeReply } from '../wire/reply.ts';
import { blocked, pass, say, skip, type Verdict } from './check.ts';

/** Says what an attack came to. */
export function toVerdict({ outcome, reply }: Attack, advice?: string): Verdict {
  const came = describeReply(reply);
  if (outcome === 'opened') return say('fail', `it opened the profile: ${came}`, advice);
  if (outcome === 'lost') return skip('the true credential no longer opened the profile either');
  if (outcome === 'limited') return blocked(`a limit is reached: ${came}`);
  if (outcome === 'crashed') return say('warn', `nothing opened, but the server failed: ${came}`);
  return pass(came);
}

/** Leaves a server that fails to the check that is about that: nothing opened. */
export const leaveCrash = (verdict: Verdict): Verdict =>
  verdict.mark === 'warn' ? pass(verdict.came) : verdict;

/** Tries forgeries one after the other, up to the first that opens; else the worst is said, by its name if it has one. */
export async function tryForgeries(
  bench: Bench,
  forgeries: readonly ((holder: Holder) => Holder)[],
  advice?: string,
  names: readonly string[] = [],
): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  for (const [i, forge] of forgeries.entries()) {
    const bare = toVerdict(await bench.attack(forge), advice);
    const name = names[i];
    const verdict =
      name === undefined ? bare : { ...bare, came: `“${name}” was sent: ${bare.came}` };
    if (verdict.mark === 'fail') return verdict;
    verdicts.push(verdict);
  }
  const worst = ['warn', 'not applicable', 'pass']
    .map((mark) => verdicts.find((each) => each.mark === mark))
    .find((each) => each !== undefined);
  return worst ?? skip('there was nothing to forge');
}
