import { CHECKS } from './checks/checks.ts';
import { sayDeadLogin } from './checks/deadLogin.ts';
import { sayEmptyLogin } from './checks/emptyLogin.ts';
import { sayGetLogin } from './checks/getLogin.ts';
import { runChecks } from './checks/runChecks.ts';
import { sayUnsteadyLogin } from './checks/unsteadyLogin.ts';
import { openBench } from './control/bench.ts';
import { CannotCheck } from './discover/cannotCheck.ts';
import { discover } from './discover/discover.ts';
import type { CheckOrder } from './order.ts';
import { openMask } from './report/mask.ts';
import { toPrintable } from './report/printable.ts';
import { type CheckReport, type CheckRun, toReport } from './report/report.ts';
import { sayFound } from './report/sayFound.ts';
import { type Net, openNet } from './wire/net.ts';
import { WireError } from './wire/wireError.ts';

type Outcome = Omit<CheckRun, 'count' | 'mask'>;

/** Where fewer requests were made, the server had enough, or lets in nobody. */
const FEWEST = 10;

async function run(
  { settings }: CheckOrder,
  net: Net,
  say: (line: string) => void,
): Promise<Outcome> {
  const made = await discover(settings, net, say).catch(async (error: unknown) => {
    const isLeftAlone = net.count.requests < FEWEST;
    if (!(error instanceof CannotCheck) || net.count.logins > 0 || isLeftAlone) throw error;
    // Where no POST is a login, a GET may be one.
    const finding = await sayGetLogin(settings, net);
    if (!finding) throw error;
    return { finding };
  });
  if ('finding' in made) return { found: null, problem: null, findings: [made.finding] };
  if ('empty' in made) {
    return { found: null, problem: null, findings: [sayEmptyLogin(made)] };
  }
  if ('tries' in made) {
    const finding = sayDeadLogin(made) ?? (await sayUnsteadyLogin(made, settings));
    if (!finding) throw made.problem;
    return { found: null, problem: null, findings: [finding] };
  }
  for (const line of sayFound(made.found).slice(0, 3)) say(line);
  const bench = openBench(made);
  const findings = await runChecks(bench, CHECKS, say);
  return { found: bench.found, problem: null, findings };
}

/** Finds out how a server is to be asked, checks it and makes the report. `say` hears how it goes. */
export async function checkServer(
  order: CheckOrder,
  say: (line: string) => void = () => {},
): Promise<CheckReport> {
  const { password, tokenField, timeout } = order.settings;
  const mask = openMask(password, tokenField);
  const net = openNet(timeout, mask);
  const tell = (line: string) => say(toPrintable(mask.hide(line), 120));
  const outcome = await run(order, net, tell).catch((error: unknown): Outcome => {
    if (!(error instanceof CannotCheck || error instanceof WireError)) throw error;
    return { found: null, problem: error.message, findings: [] };
  });
  return toReport(order, { ...outcome, count: net.count, mask });
}
