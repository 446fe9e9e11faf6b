import { formatRunFile } from '../../sim/runs/runFile.ts';
import { exportRun, toDemoRun } from './exportable.ts';
import { insertAction } from './insertAction.ts';
import { openRunAddress, runScenarioById, toWhatIf, writeScenario } from './makeRun.ts';
import { readRunFile, runFile } from './runFile.ts';
import { takeBack, takeBackLast } from './takeBack.ts';
import { tryActions } from './tryActions.ts';

/**
 * All that the page asks of the engine and the words: one module, behind the one `import()` of
 * loadRunner, so that whoever has it needs no network any more.
 */
export const RUNNER = {
  runScenarioById,
  tryActions,
  toWhatIf,
  openRunAddress,
  insertAction,
  takeBack,
  takeBackLast,
  readRunFile,
  runFile,
  formatRunFile,
  writeScenario,
  exportRun,
  toDemoRun,
} as const;

export type Runner = typeof RUNNER;
