import { openTelling } from '../../lesson/tell.ts';
import { LOGIN_TO_LOGOUT } from '../../sim/scenarios.ts';
import { runScenario } from '../../sim/trace.ts';
import { HELP, parseOrder } from './options.ts';
import type { CheckReport } from './report.ts';
import { toReport } from './report.ts';
import { formatReport } from './reportText.ts';
import { SESSION_CHECKS, type SessionCheck } from './session/sessionChecks.ts';
import { openSessionLane } from './session/sessionLane.ts';
import { SESSION_PROBES } from './session/sessionProbes.ts';
import { runProbes } from './shared/lane.ts';
import type { Finding } from './shared/recorder.ts';
import { Recorder } from './shared/recorder.ts';
import type { CheckOrder, CheckSettings } from './shared/settings.ts';
import { TOKEN_CHECKS, type TokenCheck } from './token/tokenChecks.ts';
import { openTokenLane } from './token/tokenLane.ts';
import { TOKEN_PROBES } from './token/tokenProbes.ts';

function checkSession(server: URL, settings: CheckSettings): Promise<Finding[]> {
  const recorder = new Recorder<SessionCheck>('session', SESSION_CHECKS);
  return runProbes(openSessionLane(server, settings), recorder, SESSION_PROBES);
}

function checkToken(server: URL, settings: CheckSettings): Promise<Finding[]> {
  const recorder = new Recorder<TokenCheck>('token', TOKEN_CHECKS);
  return runProbes(openTokenLane(server, settings), recorder, TOKEN_PROBES);
}

/** Plays the walk against the servers of an order, one after the other. */
export async function checkServers({ session, token, settings }: CheckOrder): Promise<CheckReport> {
  const findings = [
    ...(session ? await checkSession(session, settings) : []),
    ...(token ? await checkToken(token, settings) : []),
  ];
  // The table is that of the walk itself, row by row.
  const { run, at } = openTelling(await runScenario(LOGIN_TO_LOGOUT));
  const actions = Array.from({ length: run.lastStep }, (_, i) => at(i + 1).row.action);
  const show = (url: URL | null) => url && url.origin + url.pathname.replace(/\/$/, '');
  return toReport({ session: show(session), token: show(token) }, findings, actions);
}

/** Runs `npm run check-server`: what it prints, and whether nothing failed. @throws Complaint for bad arguments. */
export async function checkServerCommand(
  args: readonly string[],
): Promise<{ readonly text: string; readonly passed: boolean }> {
  const order = parseOrder(args);
  if (!order) return { text: HELP, passed: true };
  const report = await checkServers(order);
  const text = order.json ? JSON.stringify(report, null, 2) : formatReport(report);
  return { text, passed: report.passed };
}
