import { learnWords } from '../lesson/book.ts';
import { WHAT_IF_WORDS } from '../lesson/whatIfWords.ts';
import { findParting } from '../sim/parting.ts';
import type { Run } from '../sim/run.ts';
import { formatRunAddress, parseRunAddress } from '../sim/runFile.ts';
import { SCENARIOS } from '../sim/scenarios.ts';
import type { Trace } from '../sim/trace.ts';
import { extendTrace, runScenario, startTrace } from '../sim/trace.ts';
import { isWalk } from '../sim/walk.ts';
import type { PlayerVerbs, ShownRun } from './playerState.ts';

/*
 * All that running something else than the walk needs, loaded together: the engine, the Scenarios,
 * and their words, which are learned before the first Trace is on the screen.
 */
learnWords(WHAT_IF_WORDS, isWalk);

export const OWN_SECRETS_NOTICE =
  'This run was made with secrets of its own, which are never shared: it is shown with the demo’s.';

/** How long one stretch of running may take before the page gets its turn, in ms. */
const STRETCH_MS = 30;

const traces = new Map<string, Promise<Trace>>();

/** Runs a Scenario, once a visit. @throws RangeError for an ID that there is none of. */
export function runScenarioById(id: string): Promise<Trace> {
  const known = traces.get(id);
  if (known) return known;
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(`no scenario with the ID ${JSON.stringify(id)}`);
  const run = runScenario(scenario);
  traces.set(id, run);
  return run;
}

/** Runs a Scenario that there may be none of; `null` then. */
export async function findScenarioRun(id: string): Promise<Trace | null> {
  return SCENARIOS.some((one) => one.id === id) ? runScenarioById(id) : null;
}

/**
 * Runs a list of Actions under a Scenario's name, with other settings. Long ones let the page have
 * its turn in between. `isStale` ends a run that nobody waits for any more. Resolves to `null` then.
 */
export async function runActions(
  { scenario }: Trace,
  { settings, actions }: Run,
  isStale: () => boolean = () => false,
): Promise<Trace | null> {
  let trace = startTrace({ ...scenario, settings, actions: [] });
  let since = performance.now();
  for (const action of actions) {
    if (isStale()) return null;
    trace = await extendTrace(trace, action);
    if (performance.now() - since < STRETCH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
  return trace;
}

/** Puts a run beside its original; without one it is a Scenario's own. */
export function toShownRun(trace: Trace, original: Trace | null): ShownRun {
  if (!original) return { trace, original, parting: null, runAddress: null };
  const { settings, actions } = trace.scenario;
  const runAddress = formatRunAddress({ settings, actions }, original.scenario.settings);
  return { trace, original, parting: findParting(original, trace), runAddress };
}

/** Opens a run from an address. What cannot be read is told, and the Scenario is shown instead. */
export async function openRunAddress(
  scenarioId: string,
  text: string,
  { addNotice }: Pick<PlayerVerbs, 'addNotice'>,
): Promise<ShownRun> {
  const original = await runScenarioById(scenarioId);
  const read = parseRunAddress(text, original.scenario.settings);
  if ('errors' in read) {
    const [first] = read.errors;
    addNotice(
      `${first?.path ? `${first.path}: ` : ''}${first?.message ?? ''} The scenario is shown instead.`,
    );
    return toShownRun(original, null);
  }
  if (read.run.hadOwnSecrets) addNotice(OWN_SECRETS_NOTICE);
  const trace = await runActions(original, read.run);
  if (!trace) throw new TypeError('the run was given up, though nobody asked for that');
  return toShownRun(trace, original);
}
