import type { Problem } from '../../sim/check/problem.ts';
import type { OpenedRun, ReadRun } from '../../sim/runFile.ts';
import { MAX_FILE_CHARS, parseRunFile } from '../../sim/runFile.ts';
import { quote } from '../address/quote.ts';
import type { PlayerVerbs } from '../playerState.ts';
import { findScenarioRun, OWN_SECRETS_NOTICE, runActions, toWhatIf } from './makeRun.ts';
import type { ShownRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';

/** A file that holds a run, or why it does not, in sentences for the reader. */
export type ReadFile =
  | { readonly run: OpenedRun; readonly scenarioId?: string }
  | { readonly problem: string };

/** Says the first thing that is wrong, where it is, and how many more there are. */
function toProblem([first, ...more]: readonly Problem[]): string {
  if (!first) return 'The file was not opened.';
  const { path, message, position } = first;
  const character = position === undefined ? '' : `character ${position + 1}`;
  const place = [path, character].filter(Boolean).join(', ');
  const rest = more.length === 0 ? '' : ` And ${more.length} more.`;
  return `The file was not opened. ${place ? `${place}: ` : ''}${message}${rest}`;
}

async function readSource(source: string | Blob): Promise<ReadRun> {
  if (typeof source === 'string') return parseRunFile(source);
  // No character has more than three bytes a UTF-16 unit; what is larger is not taken into memory.
  if (source.size > 3 * MAX_FILE_CHARS)
    return { errors: [{ path: '', message: 'It is too large to be a run.' }] };
  return parseRunFile(await source.text());
}

/** Reads a run from a file or its text. Never rejects. */
export async function readRunFile(source: string | Blob): Promise<ReadFile> {
  try {
    const read = await readSource(source);
    return 'run' in read ? read : { problem: toProblem(read.errors) };
  } catch {
    return { problem: 'The file could not be read.' };
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
  if (!found)
    addNotice(`The file names the scenario ${quote(scenarioId ?? '')}, which does not exist.`);
  if (run.hadOwnSecrets) addNotice(OWN_SECRETS_NOTICE);
  return shown;
}
