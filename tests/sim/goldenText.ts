import { createHash } from 'node:crypto';
import type { Message } from '../../src/sim/message.ts';
import type { Outcome } from '../../src/sim/outcome.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { LaneFrame, Trace } from '../../src/sim/trace.ts';

const MAX_CHARS = 1200;

/** A text of any length in few: a golden file of a payload of 8 KiB is for nobody to read. */
function cut(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  const hash = createHash('sha256').update(text).digest('base64url');
  return `${text.slice(0, 200)}… (${text.length} characters, SHA-256 ${hash})`;
}

const toText = (value: unknown) => cut(JSON.stringify(value));

type Leaf = readonly [path: string, value: string];

/** Every leaf of a plain value with its path. Empty lists and maps are leaves, and so are messages. */
function listLeaves(value: unknown, path: string): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, toText(value)]];
  const entries = Object.entries(value);
  if (path !== '' && 'headers' in value) {
    // What it carries is told where it is sent.
    const { carries: _, ...message } = value as Message;
    return [[path, toText(message)]];
  }
  if (path !== '' && entries.length === 0) return [[path, toText(value)]];
  return entries.flatMap(([key, member]) => listLeaves(member, path ? `${path}.${key}` : key));
}

function listChanges(before: unknown, after: unknown): string[] {
  const [old, fresh] = [new Map(listLeaves(before, '')), new Map(listLeaves(after, ''))];
  const gone = [...old].filter(([path]) => !fresh.has(path)).map(([path, v]) => `- ${path}: ${v}`);
  const made = [...fresh].flatMap(([path, value]) => {
    if (!old.has(path)) return [`+ ${path}: ${value}`];
    return old.get(path) === value ? [] : [`~ ${path}: ${old.get(path)} -> ${value}`];
  });
  return [...gone, ...made];
}

function formatMessage(message: Message): string[] {
  const { from, to, kind, method, target, status, headers, body, carries } = message;
  const notes = carries.map((carried) => {
    const deletes = 'value' in carried && carried.value === null ? ', deletes it' : '';
    return `  * ${carried.what} (${carried.in}${deletes})`;
  });
  const lines = [
    `${from} -> ${to}: ${kind} ${method} ${target}${status === null ? '' : ` ${status}`}`,
    ...headers.map(([name, value]) => `  ${name}: ${cut(value)}`),
  ];
  return [...lines, ...(body === null ? [] : [`  | ${cut(body)}`]), ...notes];
}

function formatOutcome(outcome: Outcome): string[] {
  const { type, ...facts } = outcome;
  const told = Object.entries(facts).filter(([, value]) => value !== null);
  return [type, ...told.map(([name, value]) => `  ${name}: ${toText(value)}`)];
}

const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`);

function formatLane(name: string, lane: LaneFrame, before: LaneFrame | undefined): string[] {
  const messages = lane.messages.flatMap(formatMessage);
  const { made, checked } = lane.signatures;
  const changes = listChanges(before?.state ?? {}, lane.state);
  return [
    `  ${name}: ${formatOutcome(lane.outcome).join('\n    ')}`,
    ...(made + checked > 0 ? [`   signatures: ${made} made, ${checked} checked`] : []),
    ...(messages.length > 0 ? ['   sent', ...indent(messages)] : []),
    ...(changes.length > 0 ? ['   state', ...indent(changes)] : []),
  ];
}

/** Writes a Trace for reading: each step, both lanes: outcome, what was sent, what changed. */
export function formatTrace({ scenario, frames }: Trace): string {
  const steps = frames.flatMap((frame, i) => [
    '',
    `${frame.step} ${frame.kind}${frame.action ? ` ${toText(frame.action)}` : ''}`,
    ...STRATEGIES.flatMap((lane) => formatLane(lane, frame[lane], frames[i - 1]?.[lane])),
  ]);
  return `${[scenario.id, ...indent(listChanges({}, scenario.settings)), ...steps].join('\n')}\n`;
}
