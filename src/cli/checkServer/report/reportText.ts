import { type Mark, SEVERITIES } from '../checks/check.ts';
import { toPrintable } from './printable.ts';
import type { CheckReport, ReportedFinding } from './report.ts';

const WIDTH = 100;
const SIGNS: Readonly<Record<Mark, string>> = {
  fail: '✗ FAIL',
  warn: '! warn',
  note: '· note',
  pass: '✓ pass',
  'not applicable': '– n/a ',
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

function formatAtLength(finding: ReportedFinding): string {
  const { mark, id, expected, came, why, advice, step, allowed, inDevelopment } = finding;
  const notes = [
    ...(allowed ? ['allowed'] : []),
    ...(inDevelopment ? ['in development only'] : []),
    `explained at step ${step} of AuthTrace’s page`,
  ];
  const indent = ' '.repeat(12);
  const lines: readonly (readonly [string, string | null])[] = [
    ['expected', expected],
    ['came', came],
    ['why', why],
    ['mend', advice],
  ];
  return [
    `${SIGNS[mark]}  ${id} (${notes.join(', ')})`,
    ...lines.flatMap(([name, text]) =>
      text === null ? [] : `  ${name.padEnd(8)}  ${wrap(text, indent)}`,
    ),
  ].join('\n');
}

function formatNote({ mark, id, came, expected, advice }: ReportedFinding): string {
  const end = advice === null ? '' : `. ${advice}`;
  return `${SIGNS[mark]}  ${id}: ${wrap(`${expected} (${toPrintable(came, 100)})${end}`, ' '.repeat(8))}`;
}

/** Lists what is not applicable, together where the reason is the same. */
function formatUntried(findings: readonly ReportedFinding[]): string[] {
  return [...new Set(findings.map(({ came }) => came))].map((reason) => {
    const ids = findings.filter(({ came }) => came === reason).map(({ id }) => id);
    return `${SIGNS['not applicable']}  ${wrap(`${ids.join(', ')}: ${reason}`, ' '.repeat(8))}`;
  });
}

/** Formats a report for a terminal: what was found out, what is wrong at length, the rest in short. */
export function formatReport(report: CheckReport): string {
  const { server, found, problem, findings, counts, requests, logins, attempts } = report;
  const having = (...marks: Mark[]) =>
    marks.flatMap((mark) => findings.filter((each) => each.mark === mark));
  const passed = having('pass').map(({ id }) => id);
  const says = found ? [...found.lines, `the same, said: ${found.options.join(' ')}`] : [];
  const [, , ...rest] = SEVERITIES;
  const asked = `${requests} requests, ${logins} logins, ${attempts} wrong ones`;
  const verdict = `${counts.fail} failed, ${counts.warn} warned, ${counts.note} noted, ${counts.pass} passed; ${asked}`;
  return [
    [server, ...says.map((line) => `  ${wrap(line, ' '.repeat(4))}`)].join('\n'),
    ...(problem === null ? [] : [problem]),
    ...having('fail', 'warn').map(formatAtLength),
    having(...rest)
      .map(formatNote)
      .join('\n'),
    passed.length > 0 ? `${SIGNS.pass}  ${wrap(passed.join(', '), ' '.repeat(8))}` : '',
    formatUntried(having('not applicable')).join('\n'),
    problem === null ? verdict : `Nothing could be checked; ${asked}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
