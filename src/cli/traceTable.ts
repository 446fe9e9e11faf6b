import type { Trace } from '../sim/trace.ts';
import { toCellTexts } from './traceJson.ts';

const HEADINGS = ['Step', 'Action', 'Session-based Auth', 'Token-based Auth', 'Result'];

/** Formats the execution table of a Trace as lines of text, a row a step; frame 0 is no step. */
export function formatTraceTable({ frames }: Trace): string {
  const rows = frames.slice(1).map(toCellTexts);
  const widths = HEADINGS.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const toLine = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [toLine(HEADINGS), rule, ...rows.map(toLine)].join('\n');
}
