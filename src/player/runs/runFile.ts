import { RUN_NOTICES } from '../../lesson/texts/notices/runs.ts';
import type { OpenedRun, ReadRun } from '../../sim/runFile.ts';
import { MAX_FILE_CHARS, parseRunFile } from '../../sim/runFile.ts';
import { quote } from '../address/quote.ts';
import type { PlayerVerbs } from '../playerState.ts';
import { findScenarioRun, runActions, toWhatIf } from './makeRun.ts';
import type { ShownRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';

/** A file that holds a run, or why it does not, in sentences for the reader. */
export type ReadFile =
  | { readonly run: OpenedRun; readonly scenarioId?: string }
  | { readonly problem: string };

async function readSource(source: string | Blob): Promise<ReadRun> {
  if (typeof source === 'string') return parseRunFile(source);
  // No character has more than three bytes a UTF-16 unit; what is larger is not taken into memory.
  if (source.size > 3 * MAX_FILE_CHARS)
    return { errors: [{ path: '', message: RUN_NOTICES.tooLarge }] };
  return parseRunFile(await source.text());
}

/** Reads a run from a file or its text. Never rejects. */
export async function readRunFile(source: string | Blob): Promise<ReadFile> {
  try {
    const read = await readSource(source);
    if ('run' in read) return read;
    const [first = { path: '', message: '' }, ...more] = read.errors;
    return { problem: RUN_NOTICES.sayBadFile(first, more.length) };
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
