import { formatRunFile } from '../../sim/runs/runFile.ts';
import { exportRun, toDemoRun } from './exportable.ts';
import { insertAction } from './insertAction.ts';
import { openRunAddress, runScenarioById, toWhatIf, writeScenario } from './makeRun.ts';
import { readRunFile, runFile } from './runFile.ts';
import { toSigning } from './signatures.ts';
import { takeBack, takeBackLast } from './takeBack.ts';
import { tryActions } from './tryActions.ts';

/**
 * All that the page asks of the engine and the words: one module, behind the one `import()` of
 * loadRunner, so that whoever has it needs no network any more.
 */
export const RUNNER = {
  runScenarioById: toSigning(runScenarioById),
  tryActions: toSigning(tryActions),
  toWhatIf: toSigning(toWhatIf),
  openRunAddress: toSigning(openRunAddress),
  insertAction: toSigning(insertAction),
  takeBack: toSigning(takeBack),
  takeBackLast: toSigning(takeBackLast),
  readRunFile,
  runFile: toSigning(runFile),
  formatRunFile,
  writeScenario,
  exportRun,
  toDemoRun,
} as const;

export type Runner = typeof RUNNER;
