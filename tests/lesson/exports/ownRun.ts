import { openTelling } from '../../../src/lesson/tell.ts';
import type { Telling } from '../../../src/lesson/telling.ts';
import { parseRunFile } from '../../../src/sim/runs/runFile.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { LOGIN_TO_LOGOUT } from '../../../src/sim/scenarios.ts';
import { runScenario, type Trace } from '../../../src/sim/trace.ts';

/** A run that somebody made and handed on as a link. */
export interface OwnRun {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly telling: Telling;
}

const ACTIONS = [
  { type: 'login' },
  { type: 'request' },
  { type: 'login' },
  { type: 'logout' },
  { type: 'request' },
];

/** Opens a run with such settings as the page does from a link. @throws RangeError where the page refuses it. */
export async function openOwnRun(
  settings: object,
  actions: readonly object[] = ACTIONS,
): Promise<OwnRun> {
  const read = parseRunFile(JSON.stringify({ authtrace: 1, settings, actions }));
  if ('errors' in read) throw new RangeError(JSON.stringify(read.errors));
  const scenario = { ...LOGIN_TO_LOGOUT, ...read.run };
  const trace = await runScenario(scenario);
  return { scenario, trace, telling: openTelling(trace) };
}
