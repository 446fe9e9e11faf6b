import { toCells } from '../../src/lesson/cells.ts';
import { toDetail } from '../../src/lesson/details.ts';
import { toSpan } from '../../src/lesson/span.ts';
import { toTranscript } from '../../src/lesson/transcript.ts';
import { toVariableText, VARIABLES } from '../../src/lesson/variables.ts';
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
  const { frames } = trace;
  const lastStep = frames.length - 1;
  const around = windowAround(cursor - 1, VIEW, lastStep);
  const edges = Array.from({ length: around.to - around.from + 1 }, (_, i) => i * ROW);
  const { from, to } = scrollWindow(around, edges, { top: ROW * 20, height: VIEW }, lastStep);
  for (const frame of frames.slice(from + 1, to + 1)) {
    toCells(frame);
    for (const strategy of STRATEGIES) toDetail(frame.kind, frame[strategy], strategy);
  }
  const span = toSpan(Math.floor(cursor / BLOCK), BLOCK, lastStep);
  for (const { step } of toColumns('all', span, trace)) {
    for (const variable of VARIABLES) toVariableText(trace, variable, step);
  }
  toTranscript(trace, toSpan(Math.floor(cursor / SENTENCES), SENTENCES, lastStep));
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
