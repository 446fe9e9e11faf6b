import { parseAddress } from '../../../../src/player/address/address.ts';
import {
  openRunAddress,
  runScenarioById,
  type tellRun,
} from '../../../../src/player/runs/makeRun.ts';
import { readRunFile, runFile } from '../../../../src/player/runs/runFile.ts';
import { SCENARIO_IDS } from '../../../../src/player/runs/scenarioIds.ts';
import { toPlainRun } from '../../../../src/player/runs/shownRun.ts';
import { type ToldRun, toScenario } from '../../../../src/player/runs/toldRun.ts';
import type { Run } from '../../../../src/sim/runs/run.ts';
import type { Strategy } from '../../../../src/sim/strategy.ts';

/** What one lane shows: at the step that is named, at the last one, and all its statuses in turn. */
interface ShownLane {
  readonly at: string;
  readonly end: string;
  readonly statuses: string;
}

/** What an address or a file shows, in what a change of words does not touch. */
export interface Shown {
  readonly scenario: string;
  readonly actions: number;
  readonly step: number;
  readonly lastStep: number;
  readonly session: ShownLane;
  readonly token: ShownLane;
  /** What the page said about it; nothing, as a rule. */
  readonly notices?: readonly string[];
}

type MadeRun = ReturnType<typeof tellRun>;

/** Whether that is good or bad may be told better one day; what came out may not change. */
function sayOutcome({ trace }: MadeRun, step: number, lane: Strategy): string {
  const { outcome } = trace.frames[step]?.[lane] ?? {};
  if (!outcome) throw new RangeError(`no step ${step}`);
  const { type, status, failure, idle } = outcome;
  return [type, status, failure, idle].filter((part) => part !== null).join(' ');
}

function showLane(run: MadeRun, step: number, lane: Strategy): ShownLane {
  const { frames } = run.trace;
  const statuses = frames.flatMap((frame) => frame[lane].outcome.status ?? []).join(' ');
  return {
    at: sayOutcome(run, step, lane),
    end: sayOutcome(run, frames.length - 1, lane),
    statuses,
  };
}

function show({ telling, trace }: ToldRun, step: number, notices: readonly string[]): Shown {
  if (!trace) throw new TypeError('a run that is opened has its Trace');
  const run = { telling, trace };
  const { lastStep, scenario } = telling.run;
  return {
    ...{ scenario: scenario.id, actions: scenario.actions.length, step, lastStep },
    session: showLane(run, step, 'session'),
    token: showLane(run, step, 'token'),
    ...(notices.length > 0 && { notices }),
  };
}

const book = () => {
  const [first = '', ...others] = SCENARIO_IDS;
  return {
    scenarios: [first, ...others] as const,
    lastStep: () => Number.POSITIVE_INFINITY,
  };
};

function collectNotices() {
  const notices: string[] = [];
  return { notices, addNotice: (notice: string) => notices.push(notice) };
}

/** Opens an address as the page does; returns the run and what it shows. */
export async function showAddress(hash: string): Promise<{ run: Run; shown: Shown }> {
  const { scenarioId, step, run: text, notices: said } = parseAddress(hash, book());
  const { notices, addNotice } = collectNotices();
  const { run } =
    text === null
      ? toPlainRun(await runScenarioById(scenarioId))
      : await openRunAddress(scenarioId, text, { addNotice });
  return { run: toScenario(run), shown: show(run, step, [...said, ...notices]) };
}

/** Opens the text of a run file beside the walk, as the page does, at its last step. */
export async function showFile(text: string): Promise<{ run: Run; shown: Shown }> {
  const read = await readRunFile(text);
  if ('problem' in read) throw new TypeError(read.problem);
  const { notices, addNotice } = collectNotices();
  const base = await runScenarioById(SCENARIO_IDS[0] ?? '');
  const opened = await runFile(read, base, () => false, { addNotice });
  if (!opened) throw new TypeError('the run was given up, though nobody asked for that');
  const { run } = opened;
  return { run: toScenario(run), shown: show(run, run.telling.run.lastStep, notices) };
}
