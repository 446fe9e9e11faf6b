import type { CheckReport, StepReport } from './report.ts';
import { toPrintable } from './shared/printable.ts';
import type { Finding, Mark } from './shared/recorder.ts';

const WIDTH = 100;
/** Of what came, where nothing is wrong. */
const SHORT = 48;
const SIGNS: Readonly<Record<Mark, string>> = {
  pass: '✓ pass',
  warn: '! warn',
  fail: '✗ FAIL',
  'not applicable': '– n/a',
};

/** Breaks a text between words; all lines but the first begin with `indent`. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line += line ? ` ${word}` : word;
  }
  return [...lines, line].join(`\n${indent}`);
}

function formatTable({ steps, servers }: CheckReport): string {
  const lanes = (['session', 'token'] as const).filter((lane) => servers[lane] !== null);
  const headings = { session: 'Session-based', token: 'Token-based' };
  const width = Math.max(...steps.map(({ action }) => action.length));
  const toLine = (step: string, action: string, marks: readonly string[]) =>
    [step.padStart(4), action.padEnd(width), ...marks.map((mark) => mark.padEnd(13))]
      .join('  ')
      .trimEnd();
  const toMarks = (row: StepReport) => lanes.map((lane) => SIGNS[row[lane] ?? 'not applicable']);
  return [
    toLine(
      'Step',
      'Action',
      lanes.map((lane) => headings[lane]),
    ),
    toLine(
      '────',
      '─'.repeat(width),
      lanes.map(() => '─'.repeat(13)),
    ),
    ...steps.map((row) => toLine(String(row.step), row.action, toMarks(row))),
  ].join('\n');
}

function formatAtLength({ mark, strategy, step, check, expected, came, why }: Finding): string {
  const indent = ' '.repeat(12);
  return [
    `${SIGNS[mark]}  step ${step}, ${strategy}: ${check}`,
    `  expected  ${wrap(expected, indent)}`,
    `  came      ${wrap(came, indent)}`,
    `  why       ${wrap(why, indent)}`,
  ].join('\n');
}

const formatInShort = ({ mark, strategy, step, expected, came }: Finding) =>
  `${SIGNS[mark].padEnd(6)}  step ${String(step).padStart(2)}, ${strategy.padEnd(7)}  ${wrap(
    `${expected} (${toPrintable(came, SHORT)})`,
    ' '.repeat(26),
  )}`;

/** Formats what is not applicable: many for one reason, such as no login, in one line. */
function formatUntried(findings: readonly Finding[]): string[] {
  const toReason = ({ strategy, came }: Finding) => `${strategy}: ${came}`;
  return [...new Set(findings.map(toReason))].flatMap((reason) => {
    const alike = findings.filter((finding) => toReason(finding) === reason);
    if (alike.length < 4) return alike.map(formatInShort);
    return `${SIGNS['not applicable']}   ${alike.length} checks, ${wrap(reason, ' '.repeat(8))}`;
  });
}

/** Formats a report for a terminal: the table, what is wrong at length, all else in short. */
export function formatReport(report: CheckReport): string {
  const { counts, servers, steps } = report;
  const findings = steps.flatMap(({ checks }) => checks);
  const having = (mark: Mark) => findings.filter((finding) => finding.mark === mark);
  const named = Object.entries(servers).filter(([, address]) => address !== null);
  const verdict = `${counts.fail} failed, ${counts.warn} warned, ${counts.pass} passed, ${counts['not applicable']} not applicable`;
  const mended = [...having('fail'), ...having('warn')].map(formatAtLength);
  return [
    named.map(([strategy, address]) => `${strategy}: ${address}`).join('\n'),
    formatTable(report),
    ...mended,
    [...having('pass').map(formatInShort), ...formatUntried(having('not applicable'))].join('\n'),
    verdict,
  ].join('\n\n');
}
