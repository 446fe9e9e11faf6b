import { sayFault } from '../../lesson/texts/faults.ts';
import { RUN_NOTICES } from '../../lesson/texts/notices/runs.ts';
import type { Problem } from '../../sim/check/problem.ts';
import type { OpenedRun, ReadRun } from '../../sim/runs/runFile.ts';
import { MAX_FILE_CHARS, parseRunFile } from '../../sim/runs/runFile.ts';
import { quote, quotePlace } from '../address/quote.ts';
import type { PlayerVerbs } from '../playerState.ts';
import { findScenarioRun, runActions, toWhatIf } from './makeRun.ts';
import type { ShownRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';
import type { Refusal } from './tryActions.ts';

/** A file that holds a run, or why it does not, in sentences for the reader. */
export type ReadFile = { readonly run: OpenedRun; readonly scenarioId?: string } | Refusal;

/** How a text file begins that is no UTF-8. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Decodes a text file, as whatever its first bytes say it is. @throws TypeError when it is no text. */
function decode(bytes: Uint8Array): string {
  const found = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  return new TextDecoder(found?.[0] ?? 'utf-8', { fatal: true }).decode(bytes);
}

const toRefusal = (sentence: string): Refusal => ({
  problem: RUN_NOTICES.sayBadFile({ path: '', sentence }, 0),
});

async function readSource(source: string | Blob): Promise<ReadRun | Refusal> {
  if (typeof source === 'string') return parseRunFile(source);
  // No character has more than three bytes a UTF-16 unit; what is larger is not taken into memory.
  if (source.size > 3 * MAX_FILE_CHARS) return toRefusal(RUN_NOTICES.tooLarge);
  const bytes = new Uint8Array(await source.arrayBuffer());
  try {
    return parseRunFile(decode(bytes));
  } catch {
    return toRefusal(RUN_NOTICES.noText);
  }
}

/** Says the first thing that is wrong with a file, and how many more there are. */
function sayErrors([first, ...more]: readonly Problem[]): string {
  if (!first) return RUN_NOTICES.unreadable;
  const { path, fault, position } = first;
  const told = { path: quotePlace(path), sentence: sayFault(fault), position };
  return RUN_NOTICES.sayBadFile(told, more.length);
}

/** Reads a run from a file or its text. Never rejects. */
export async function readRunFile(source: string | Blob): Promise<ReadFile> {
  try {
    const read = await readSource(source);
    if ('problem' in read) return read;
    if ('errors' in read) return { problem: sayErrors(read.errors) };
    return read.run.actions.length > 0 ? read : { problem: RUN_NOTICES.emptyFile };
  } catch {
    return { problem: RUN_NOTICES.unreadable };
  }
}

/**
 * Runs a file beside the Scenario that it names, or else beside `base`; what there is to say about
 * it is told. Resolves to `null` when nobody waits for it any more.
 */
export async function runFile(
  { run, scenarioId }: Extract<ReadFile, { run: unknown }>,
  base: ToldRun,
  isStale: () => boolean,
  { addNotice }: Pick<PlayerVerbs, 'addNotice'>,
): Promise<ShownRun | null> {
  const isHere = scenarioId === undefined || scenarioId === toScenario(base).id;
  const found = isHere ? base : await findScenarioRun(scenarioId);
  const original = found ?? base;
  const made = await runActions(original, run, isStale);
  if (!made || isStale()) return null;
  const shown = await toWhatIf(made, original);
  if (isStale()) return null;
  if (!found) addNotice(RUN_NOTICES.sayNoScenario(quote(scenarioId ?? '')));
  if (run.hadOwnSecrets) addNotice(RUN_NOTICES.ownSecrets);
  return shown;
}
