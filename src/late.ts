import { aboutPart } from './panels/about/About.tsx';
import { countsPart } from './panels/counts/Counts.tsx';
import { runFlowPart } from './panels/flowDiagram/FlowDiagram.tsx';
import { questionsPart } from './panels/questions/Questions.tsx';
import { settingsPart } from './panels/settings/Settings.tsx';
import { AROUND_PARTS } from './panels/stage/Stage.tsx';
import { loadLongRun } from './panels/table/StepTable.tsx';
import { whatIfPart } from './panels/whatIf/WhatIf.tsx';
import { loadRunner } from './player/runs/loadRunner.ts';
import { whenUsed } from './player/whenUsed.ts';

/** What every other run than the walk shows at once. */
const RUN_PARTS = [aboutPart, ...Object.values(AROUND_PARTS), runFlowPart];

/** All that is loaded at first use, in the order in which it is likely to be wanted. */
const LATE: readonly (() => Promise<unknown>)[] = [
  ...[...RUN_PARTS, whatIfPart, questionsPart, countsPart, settingsPart].map(({ load }) => load),
  loadRunner,
  loadLongRun,
];

/** Loads what another run than the walk needs to be shown whole. Never rejects. */
export const loadRunParts = () => Promise.allSettled(RUN_PARTS.map(({ load }) => load()));

/** Fetches what is loaded at first use as soon as the page is used, so that it waits for no network then. */
export async function fetchLateParts(): Promise<void> {
  await whenUsed(window);
  // A part that does not come says so where it is wanted.
  for (const load of LATE) await load().catch(() => {});
}
