import { create } from 'zustand';
import type { Scenario } from '../sim/scenario.ts';
import type { Trace } from '../sim/trace.ts';

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

/** Checks the shipped Trace when the browser is idle, so that it delays nothing. */
export function scheduleSelfCheck(shipped: Trace, window: Window): void {
  const check = async () => {
    const load = () => import('../sim/trace.ts').then(({ runScenario }) => runScenario);
    const result = await checkTrace(shipped, window.crypto?.subtle, load);
    useSelfCheck.setState({ result });
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => void check());
  else setTimeout(() => void check(), 1500);
}
