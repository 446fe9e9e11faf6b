import { openTelling } from '../../src/lesson/tell.ts';
import { toSpan } from '../../src/lesson/told/span.ts';
import { scrollWindow, windowAround } from '../../src/panels/table/LongRun.layout.ts';
import { BLOCK, toColumns } from '../../src/panels/tracker/columns.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { print } from './measure.ts';

const ROUNDS = 500;
const VIEW = 400;
const ROW = 112;
const SENTENCES = 4;

/** What the table, the tracker and the transcript compute when a step moves all their windows. */
function readPanels(trace: Trace, cursor: number): void {
  // Opened anew, so that nothing is told yet.
  const { run, at } = openTelling(trace);
  const { lastStep } = run;
  const around = windowAround(cursor - 1, VIEW, lastStep);
  const edges = Array.from({ length: around.to - around.from + 1 }, (_, i) => i * ROW);
  const { from, to } = scrollWindow(around, edges, { top: ROW * 20, height: VIEW }, lastStep);
  for (let step = from + 1; step <= Math.min(to, lastStep); step++) {
    const { row } = at(step);
    for (const strategy of STRATEGIES) row[strategy].detail;
  }
  const span = toSpan(Math.floor(cursor / BLOCK), BLOCK, lastStep);
  for (const { step } of toColumns('all', span, run.checkpoints)) {
    for (const [variable] of run.variables) at(step).variables[variable];
  }
  const read = toSpan(Math.floor(cursor / SENTENCES), SENTENCES, lastStep);
  for (let step = read.from; step <= read.to; step++) at(step).transcript;
}

function time(trace: Trace, cursor: number): number {
  const begin = performance.now();
  readPanels(trace, cursor);
  return performance.now() - begin;
}

/** Times what the page computes for a step that moves every window, in a short and in a long run. */
export function benchPanels(short: Trace, long: Trace): void {
  const [few, many] = [short.frames.length - 1, long.frames.length - 1];
  const places = [
    { trace: short, step: few },
    { trace: long, step: few },
    { trace: long, step: Math.floor(many / 2) },
    { trace: long, step: many },
  ].map((place) => ({ ...place, times: [] as number[] }));
  // Interleaved, so that a machine that slows down slows all.
  for (let i = 0; i < ROUNDS; i++) {
    for (const { trace, step, times } of places) times.push(time(trace, step));
  }
  console.log(`What the panels compute when a step moves all they show, ${ROUNDS} times`);
  for (const { trace, step, times } of places) {
    print(`step ${step} of ${trace.frames.length - 1}`, times);
  }
}
