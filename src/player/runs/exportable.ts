import { EXPORTERS, type ExportFormat } from '../../lesson/exports/exportFormats.ts';
import { WRONG_PASSWORD } from '../../sim/runs/run.ts';
import { formatRunFile, parseRunFile } from '../../sim/runs/runFile.ts';
import { listOwnSecrets } from '../../sim/runs/runSecrets.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { readTrace, runActions } from './makeRun.ts';
import { type DemoRun, type ToldRun, toScenario } from './toldRun.ts';

/** A run as a text to take along. */
export interface ExportedRun {
  readonly text: string;
  /** It ran with secrets of the person's own; the text is of the same run with the demo's. */
  readonly hadOwnSecrets: boolean;
}

/** Runs a run once more, with the demo's secrets, as whoever opens it from a file does. */
async function withDemoSecrets(run: ToldRun): Promise<ToldRun> {
  const read = parseRunFile(formatRunFile(toScenario(run)));
  const demo = 'run' in read ? await runActions(run, read.run) : null;
  if (!demo) throw new TypeError('a run that is on show can be run again');
  return demo;
}

/** Returns a run as it is handed on. No secret leaves the page: in place of the person's own stand the demo's. */
export async function toDemoRun(run: ToldRun): Promise<DemoRun> {
  const { settings, actions } = toScenario(run);
  const demo = new Set([undefined, settings.user.password, WRONG_PASSWORD]);
  const hadOwnSecrets =
    listOwnSecrets(settings).length > 0 ||
    actions.some((action) => action.type === 'login' && !demo.has(action.password));
  return { run: hadOwnSecrets ? await withDemoSecrets(run) : run, hadOwnSecrets };
}

/** Writes a run in a format, as it is handed on. */
export async function exportRun(
  run: ToldRun,
  format: ExportFormat,
  strategy: Strategy,
): Promise<ExportedRun> {
  const { run: shown, hadOwnSecrets } = await toDemoRun(run);
  const trace = await readTrace(shown);
  const text = EXPORTERS[format].write(shown.telling, strategy, trace, formatRunFile);
  return { text, hadOwnSecrets };
}
