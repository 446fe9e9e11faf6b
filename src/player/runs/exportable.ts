import { EXPORTERS, type ExportFormat } from '../../lesson/exports/exportFormats.ts';
import { WRONG_PASSWORD } from '../../sim/run.ts';
import { formatRunFile, parseRunFile } from '../../sim/runFile.ts';
import { listOwnSecrets } from '../../sim/runSecrets.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { readTrace, runActions } from './makeRun.ts';
import type { ToldRun } from './toldRun.ts';

/** A run as a text to take along. */
export interface ExportedRun {
  readonly text: string;
  /** It ran with secrets of the person's own; the text is of the same run with the demo's. */
  readonly hadOwnSecrets: boolean;
}

/** Runs a run once more, with the demo's secrets, as whoever opens it from a file does. */
async function withDemoSecrets(run: ToldRun): Promise<ToldRun> {
  const read = parseRunFile(formatRunFile(run.telling.run.scenario));
  const demo = 'run' in read ? await runActions(run, read.run) : null;
  if (!demo) throw new TypeError('a run that is on show can be run again');
  return demo;
}

/** Writes a run in a format. No secret leaves the page: in place of the person's own stand the demo's. */
export async function exportRun(
  run: ToldRun,
  format: ExportFormat,
  strategy: Strategy,
): Promise<ExportedRun> {
  const { settings, actions } = run.telling.run.scenario;
  const demo = new Set([undefined, settings.user.password, WRONG_PASSWORD]);
  const hadOwnSecrets =
    listOwnSecrets(settings).length > 0 ||
    actions.some((action) => action.type === 'login' && !demo.has(action.password));
  const shown = hadOwnSecrets ? await withDemoSecrets(run) : run;
  const text = EXPORTERS[format].write(shown.telling, strategy, await readTrace(shown));
  return { text, hadOwnSecrets };
}
