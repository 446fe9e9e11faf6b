import { CHECKS } from './checks/checks.ts';
import { sayDeadLogin } from './checks/deadLogin.ts';
import { sayEmptyLogin } from './checks/emptyLogin.ts';
import { runChecks } from './checks/runChecks.ts';
import { openBench } from './control/bench.ts';
import { CannotCheck } from './discover/cannotCheck.ts';
import { discover } from './discover/discover.ts';
import type { CheckOrder } from './order.ts';
import { makeMask } from './report/mask.ts';
import { type CheckReport, type CheckRun, toReport } from './report/report.ts';
import { sayFound } from './report/sayFound.ts';
import { type Net, openNet } from './wire/net.ts';
import { WireError } from './wire/wireError.ts';

type Outcome = Omit<CheckRun, 'count'>;

async function run(
  { settings }: CheckOrder,
  net: Net,
  say: (line: string) => void,
): Promise<Outcome> {
  const made = await discover(settings, net, say);
  if ('empty' in made) {
    const { finding, problem } = await sayEmptyLogin(made);
    const mask = makeMask(settings.password, [made.empty.holder]);
    return { found: null, problem, findings: finding ? [finding] : [], mask };
  }
  if ('tries' in made) {
    const finding = sayDeadLogin(made);
    if (!finding) throw made.problem;
    const mask = makeMask(
      settings.password,
      made.tries.map(({ holder }) => holder),
    );
    return { found: null, problem: null, findings: [finding], mask };
  }
  for (const line of sayFound(made.found).slice(0, 3)) say(line);
  const bench = openBench(made);
  const findings = await runChecks(bench, CHECKS, say);
  const mask = makeMask(
    settings.password,
    bench.logins.map(({ holder }) => holder),
  );
  return { found: bench.found, problem: null, findings, mask };
}

/** Finds out how a server is to be asked, checks it and makes the report. */
export async function checkServer(
  order: CheckOrder,
  say: (line: string) => void = () => {},
): Promise<CheckReport> {
  const net = openNet(order.settings.timeout);
  const outcome = await run(order, net, say).catch((error: unknown): Outcome => {
    if (!(error instanceof CannotCheck || error instanceof WireError)) throw error;
    const mask = makeMask(order.settings.password, []);
    return { found: null, problem: error.message, findings: [], mask };
  });
  return toReport(order, { ...outcome, count: net.count });
}
