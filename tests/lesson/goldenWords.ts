import { sayAnnouncement } from '../../src/lesson/page/announcement.ts';
import type {
  FlowTelling,
  LaneTelling,
  MessageTelling,
  ResultTelling,
  RichText,
  StepTelling,
  Telling,
} from '../../src/lesson/telling.ts';
import { toActionLabel } from '../../src/lesson/texts/actions/actionLabels.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';

/** A text in one line, a long value cut. */
const MAX_CHARS = 400;
const cut = (text: string) =>
  text.length <= MAX_CHARS ? text : `${text.slice(0, 120)}… (${text.length} characters)`;

const formatPart = (part: RichText[number]) => {
  if (typeof part === 'string') return part;
  return 'code' in part ? `‹${cut(part.code)}›` : part.text;
};

const formatRich = (text: RichText) => text.map(formatPart).join('');

/** Every leaf of a plain value that says something, with its path. */
function listLeaves(value: unknown, path: string): string[] {
  if (value === null || value === '' || value === false) return [];
  if (typeof value !== 'object') return [`${path}: ${cut(String(value).replaceAll('\n', '⏎'))}`];
  return Object.entries(value).flatMap(([key, member]) => listLeaves(member, `${path}.${key}`));
}

const formatMessage = (message: MessageTelling) => {
  const said =
    message.kind === 'store' ? `${message.call} // ${message.result}` : message.startLine;
  return [said, message.route].filter(Boolean).join(', ');
};

const formatFlow = (flow: FlowTelling | null) =>
  flow
    ? flow.nodes.map(
        ({ label, first, last, session, token }) =>
          `${first}-${last} ${label}: ${session.forms[0] ?? ''} (${session.tone}) / ${token.forms[0] ?? ''} (${token.tone})`,
      )
    : ['the walk’s own'];

function formatLane(name: string, lane: LaneTelling): string[] {
  const { badge, answer, sentence, stage, messages, console, code } = lane;
  return [
    `  ${name}: ${badge.word} (${badge.tone}) | ${answer.word} (${answer.tone})`,
    `    ${formatRich(sentence)}`,
    ...listLeaves(stage, 'stage').map((line) => `    ${line}`),
    ...messages.map((message) => `    sent: ${formatMessage(message)}`),
    ...(console === null ? [] : [`    console: ${console}`]),
    ...code.map(({ file, from, to }) => `    code: ${file}: ${from}${to ? ` … ${to}` : ''}`),
  ];
}

const formatResult = (lane: Strategy, { badge, sentence }: ResultTelling) =>
  `run.result.${lane}: [${badge ? `${badge.word} (${badge.tone})` : 'nothing tried'}] ${formatRich(sentence)}`;

/** What changes seldom, each under its name; told again where it is not what it was at the step before. */
const SELDOM: Readonly<Record<string, (step: StepTelling) => readonly string[]>> = {
  holders: ({ holders }) =>
    holders.map(({ item, lanes, places }) => `${item} (${lanes.join()}): ${places.join()}`),
  variables: ({ variables, changed }) => [
    ...listLeaves(variables, 'now').map(cut),
    `changed: ${changed.join()}`,
  ],
  values: ({ values }) => listLeaves(values, 'value'),
  counts: ({ counts }) => listLeaves(counts, 'count'),
  possible: ({ possible }) => [
    `from step ${possible.forkStep}`,
    possible.actions.map((action) => toActionLabel(action)).join('; '),
  ],
  flow: ({ flow }) => formatFlow(flow),
};

/** What changes seldom at a step, each under its name. */
const formatSeldom = (step: StepTelling) =>
  Object.entries(SELDOM).map(([name, read]) =>
    [`  ${name}`, ...read(step).map((line) => `    ${line}`)].join('\n'),
  );

function formatStep(step: StepTelling, seldom: readonly string[], lastStep: number): string[] {
  const { row, transcript } = step;
  const cell = ({ text, detail }: { text: string; detail: string | null }) =>
    detail === null ? text : `${text} [${detail}]`;
  return [
    '',
    `${step.step} ${step.kind} (${step.actionIndex}) at ${step.clock}: ${step.title}`,
    `  row: ${row.action} | ${cell(row.session)} | ${cell(row.token)} | ${row.result}`,
    ...formatLane('session', step.session),
    ...formatLane('token', step.token),
    `  announced: ${sayAnnouncement(step, lastStep, 'both')}`,
    ...(transcript ? [`  read: ${transcript.text}`] : []),
    ...seldom,
  ];
}

/** Writes all that is said of a run for reading: what is the same at each step, then each step. */
export function formatTelling({ run, at }: Telling): string {
  const { scenario, result, ...rest } = run;
  let before: readonly string[] = [];
  const steps = Array.from({ length: run.lastStep + 1 }, (_, step) => {
    const seldom = formatSeldom(at(step));
    const changed = seldom.filter((lines, i) => lines !== before[i]);
    before = seldom;
    return formatStep(at(step), changed, run.lastStep);
  });
  const head = [
    `${scenario.id}: ${scenario.title}`,
    ...listLeaves(rest, 'run'),
    ...STRATEGIES.map((lane) => formatResult(lane, result[lane])),
  ];
  return `${[...head, ...steps.flat()].join('\n')}\n`;
}
