import { create } from 'zustand';
import type { Scenario } from '../sim/scenario.ts';
import type { Trace } from '../sim/trace.ts';
import { whenUsed } from './whenUsed.ts';

/** What became of running the shipped Trace once more in this browser. */
export type SelfCheckResult = 'waiting' | 'same' | 'different' | 'failed' | 'withheld';

export const useSelfCheck = create<{ readonly result: SelfCheckResult }>()(() => ({
  result: 'waiting',
}));

type Run = (scenario: Scenario) => Promise<Trace>;

/** Runs the scenario of a shipped Trace again and compares. Rejects never: a failure is a result. */
export async function checkTrace(
  shipped: Trace,
  subtle: unknown,
  loadRun: () => Promise<Run>,
): Promise<SelfCheckResult> {
  if (!subtle) return 'withheld';
  try {
    const run = await loadRun();
    const fresh = await run(shipped.scenario);
    return JSON.stringify(fresh) === JSON.stringify(shipped) ? 'same' : 'different';
  } catch {
    return 'failed';
  }
}

/**
 * Checks the shipped Trace when the page is used and the browser idle: whoever only opens the page
 * does not pay for the engine.
 */
export async function scheduleSelfCheck(shipped: Trace, window: Window): Promise<void> {
  await whenUsed(window);
  const load = () => import('../sim/trace.ts').then(({ runScenario }) => runScenario);
  const result = await checkTrace(shipped, window.crypto?.subtle, load);
  useSelfCheck.setState({ result });
}
