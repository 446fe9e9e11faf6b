import { openTelling } from '../../lesson/tell.ts';
import type { WrittenTelling } from '../../lesson/telling.ts';
import { sayFault } from '../../lesson/texts/faults.ts';
import { RUN_NOTICES } from '../../lesson/texts/notices/runs.ts';
import { writeTelling } from '../../lesson/told/writeTelling.ts';
import { findParting } from '../../sim/runs/parting.ts';
import type { Run } from '../../sim/runs/run.ts';
import { SCENARIOS } from '../../sim/scenarios.ts';
import type { Trace } from '../../sim/trace.ts';
import { extendTrace, runScenario, startTrace } from '../../sim/trace.ts';
import { quotePlace } from '../address/quote.ts';
import type { PlayerVerbs } from '../playerState.ts';
import { listDifferences } from '../whatIf/runDifferences.ts';
import { readRunAddress, writeRunAddress } from './runAddress.ts';
import type { ShownRun } from './shownRun.ts';
import { toPlainRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';
import { createYieldToPage } from './yieldToPage.ts';

/** Tells a Trace. */
export const tellRun = (trace: Trace) => ({ telling: openTelling(trace), trace });

type MadeRun = ReturnType<typeof tellRun>;

const runs = new Map<string, Promise<MadeRun>>();

/** Runs a Scenario, once a visit. @throws RangeError for an ID that there is none of. */
export function runScenarioById(id: string): Promise<MadeRun> {
  const known = runs.get(id);
  if (known) return known;
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(`no scenario with the ID ${JSON.stringify(id)}`);
  const run = runScenario(scenario).then(tellRun);
  runs.set(id, run);
  return run;
}

/** Runs a Scenario that there may be none of; `null` then. */
export async function findScenarioRun(id: string): Promise<ToldRun | null> {
  return SCENARIOS.some((one) => one.id === id) ? runScenarioById(id) : null;
}

/** Returns a run's Trace; that of the walk, which ships without, is made when it is first wanted. */
export async function readTrace(run: ToldRun): Promise<Trace> {
  return run.trace ?? (await runScenarioById(toScenario(run).id)).trace;
}

/**
 * Runs a list of Actions under a Scenario's name, with other settings. Long ones let the page have
 * its turn in between. `isStale` ends a run that nobody waits for any more. Resolves to `null` then.
 */
export async function runActions(
  base: ToldRun,
  { settings, actions }: Run,
  isStale: () => boolean = () => false,
): Promise<ToldRun | null> {
  let trace = startTrace({ ...toScenario(base), settings, actions: [] });
  const yieldToPage = createYieldToPage();
  for (const action of actions) {
    if (isStale()) return null;
    trace = await extendTrace(trace, action);
    await yieldToPage();
  }
  return tellRun(trace);
}

/** Puts a what-if beside the run that it began at; one that is not different in anything is that run. */
export async function toWhatIf(run: ToldRun, original: ToldRun): Promise<ShownRun> {
  if (listDifferences(run, original).length === 0) return toPlainRun(original);
  const { settings, actions } = toScenario(run);
  const runAddress = await writeRunAddress({ settings, actions }, toScenario(original).settings);
  const parting = findParting(await readTrace(original), await readTrace(run));
  return { run, original, parting, runAddress };
}

/** Opens a run from an address. What cannot be read is told, and the Scenario is shown instead. */
export async function openRunAddress(
  scenarioId: string,
  text: string,
  { addNotice }: Pick<PlayerVerbs, 'addNotice'>,
): Promise<ShownRun> {
  const original = await runScenarioById(scenarioId);
  const read = await readRunAddress(text, toScenario(original).settings);
  if ('errors' in read) {
    const [first] = read.errors;
    if (first) {
      const told = { path: quotePlace(first.path), sentence: sayFault(first.fault) };
      addNotice(RUN_NOTICES.sayBadAddress(told));
    }
    return toPlainRun(original);
  }
  if (read.run.actions.length === 0) {
    addNotice(RUN_NOTICES.emptyAddress);
    return toPlainRun(original);
  }
  if (read.run.hadOwnSecrets) addNotice(RUN_NOTICES.ownSecrets);
  const run = await runActions(original, read.run);
  if (!run) throw new TypeError('the run was given up, though nobody asked for that');
  return toWhatIf(run, original);
}

/** Runs a Scenario and writes its Telling, as the build does for the walk. */
export async function writeScenario(id: string): Promise<WrittenTelling> {
  const { trace } = await runScenarioById(id);
  return writeTelling(openTelling(trace));
}
