import { toCellTexts } from '../../lesson/exports/traceJson.ts';
import type { Telling } from '../../lesson/telling.ts';

const HEADINGS = ['Step', 'Action', 'Session-based Auth', 'Token-based Auth', 'Result'];

/** Formats the execution table of a run as lines of text, a row a step; the start is no step. */
export function formatTraceTable({ run, at }: Telling): string {
  const rows = Array.from({ length: run.lastStep }, (_, i) => toCellTexts(at(i + 1)));
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
