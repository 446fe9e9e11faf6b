import type { Telling } from '../telling.ts';
import { EXPORT_TEXTS } from '../texts/exports.ts';
import { toCellTexts } from './traceJson.ts';

/** The cells of the execution table, its heading first: step, action, session, token, result. */
export function listCells({ run, at }: Telling): readonly (readonly string[])[] {
  const rows = Array.from({ length: run.lastStep }, (_, i) => toCellTexts(at(i + 1)));
  return [EXPORT_TEXTS.headings, ...rows];
}

const toMarkdownCell = (text: string) =>
  text.replace(/[\\|`*_[\]<>]/g, (char) => `\\${char}`).replace(/\s*[\r\n]+\s*/g, ' ');

const toMarkdownRow = (cells: readonly string[]) => `| ${cells.map(toMarkdownCell).join(' | ')} |`;

/** Writes the execution table as a table of GitHub Flavored Markdown. @see GFM section 4.10 */
export function formatMarkdown(telling: Telling): string {
  const [heading = [], ...rows] = listCells(telling);
  const rule = `|${heading.map((_, i) => (i === 0 ? ' --: ' : ' --- ')).join('|')}|`;
  const { title, question } = telling.run.scenario;
  const above = question && question !== title ? [question, ''] : [];
  return [
    `**${toMarkdownCell(title)}**`,
    '',
    ...above.map(toMarkdownCell),
    toMarkdownRow(heading),
    rule,
    ...rows.map(toMarkdownRow),
    '',
  ].join('\n');
}

/** A spreadsheet takes a cell that begins like this for a formula. @see OWASP CSV Injection */
const FORMULA = /^[=+\-@\t\r]/;

function toCsvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes the execution table as comma-separated values that no spreadsheet runs. @see RFC 4180 */
export const formatCsv = (telling: Telling): string =>
  listCells(telling)
    .map((cells) => `${cells.map(toCsvCell).join(',')}\r\n`)
    .join('');
