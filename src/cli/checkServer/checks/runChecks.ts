import { type Bench, LoginLost } from '../control/bench.ts';
import { WireError } from '../wire/wireError.ts';
import type { Check, Mark, Verdict } from './check.ts';
import { skip } from './check.ts';
import { STEADY_CHECK, sayUnsteady } from './steadyCheck.ts';

/** What was found about a check. */
export interface Finding {
  readonly id: string;
  readonly mark: Mark;
  readonly step: number;
  readonly expected: string;
  readonly came: string;
  readonly why: string;
  /** What to do, for the library that seems to be there; `null` where none is known. */
  readonly advice: string | null;
  /** Is so in development only. */
  readonly inDevelopment: boolean;
}

export const toFinding = (
  { id, step, expected, why }: Omit<Check, 'run' | 'kinds' | 'worst'>,
  { mark, came, advice = undefined, inDevelopment = false }: Omit<Verdict, 'isBlocked'>,
): Finding => ({ id, mark, step, expected, came, why, advice: advice ?? null, inDevelopment });

const ALIVE = {
  id: 'server.alive',
  step: 2,
  expected: 'the server answers whatever it is sent',
  why: 'An error that nobody catches ends the process, and everybody’s sessions in memory with it.',
};

/** What a limit on logins, or a lock, leaves to be said. */
export const LIMIT = {
  id: 'login.limit',
  step: 2,
  expected: 'there are logins enough for all checks',
  why: 'A limit on attempts is right. But what it kept from being tried is not known to be right.',
};

function sayBlocked(ids: readonly string[], { attempts, logins }: Bench['net']['count']): Finding {
  const came = `after ${logins} logins and ${attempts} wrong ones, not tried: ${ids.join(', ')}`;
  const advice =
    'While you check, let this machine through: express-rate-limit takes skip: () => true, or a high limit, in development. Then start the server anew, and check again. Or --allow login.limit.';
  return toFinding(LIMIT, { mark: 'note', came, advice });
}

/** Leaves of findings the one that explains all others: each of those may be chance. */
const toUnsteady = (findings: readonly Finding[], refused: string): Finding[] =>
  findings.map((finding) =>
    finding.id === STEADY_CHECK.id
      ? toFinding(STEADY_CHECK, sayUnsteady(refused))
      : { ...finding, ...skip(`follows from ${STEADY_CHECK.id}`), advice: null },
  );

const isBad = (mark: Mark | undefined) => mark === 'fail' || mark === 'warn';

/**
 * Runs checks one after the other. A check whose cause was said already, or for which nobody is logged
 * in any more, is not applicable; a server that is gone ends it all, and one that is slow nothing. A
 * login that opens the profile now and then is the one finding.
 */
export async function runChecks(
  bench: Bench,
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const markOf = (id: string) => findings.find((finding) => finding.id === id)?.mark;
  const blocked: string[] = [];
  let fault: string | null = null;
  let slow: string | null = null;
  let isGone = false;
  for (const check of checks) {
    const note = ({ isBlocked = false, ...verdict }: Verdict) => {
      if (isBlocked) blocked.push(check.id);
      findings.push(toFinding(check, verdict));
    };
    const cause = check.follows?.find((id) => isBad(markOf(id)));
    if (!check.kinds.includes(bench.found.kind)) continue;
    if (bench.unsteady !== null) note(skip(''));
    else if (isGone) note(skip('the server is gone'));
    else if (cause !== undefined) note(skip(`follows from ${cause}`));
    else {
      try {
        note(await check.run(bench));
      } catch (error) {
        if (error instanceof LoginLost) note({ ...skip(error.message), isBlocked: error.isLimit });
        else if (error instanceof WireError) {
          const { last } = bench.net;
          // Who is slow on purpose, as after wrong passwords, still lives.
          const isSlow = error.fault === 'silent' && (await bench.isAlive());
          isGone = error.fault === 'gone' || (error.fault === 'broken' && !(await bench.isAlive()));
          const end = isGone && error.fault === 'broken' ? ', and nothing listens any more' : '';
          if (isSlow) slow ??= error.message;
          else fault ??= `after ${last} (${check.id}): ${error.message}${end}`;
          note(skip(isSlow ? error.message : `no answer came: ${error.message}`));
        } else throw error;
      }
    }
    const made = findings.at(-1);
    if (made && isBad(made.mark)) say(`${made.mark}: ${made.id}`);
  }
  const { requests } = bench.net.count;
  const alive: Verdict =
    fault === null
      ? { mark: 'pass', came: slow ?? `${requests} requests, each with its answer` }
      : { mark: 'fail', came: fault };
  const limited = blocked.length > 0 ? [sayBlocked(blocked, bench.net.count)] : [];
  const all =
    bench.unsteady === null ? [...findings, ...limited] : toUnsteady(findings, bench.unsteady);
  return [...all, toFinding(ALIVE, alive)];
}
