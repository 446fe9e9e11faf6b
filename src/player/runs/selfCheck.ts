import { create } from 'zustand';
import type { WrittenTelling } from '../../lesson/telling.ts';
import { whenUsed } from '../whenUsed.ts';
import { loadRunner } from './loadRunner.ts';

/** What became of running the shipped walk once more in this browser. */
export type SelfCheckResult = 'waiting' | 'same' | 'different' | 'failed' | 'withheld';

export const useSelfCheck = create<{ readonly result: SelfCheckResult }>()(() => ({
  result: 'waiting',
}));

/** Runs a Scenario and writes its Telling. */
type WriteScenario = (id: string) => Promise<WrittenTelling>;

/**
 * Runs the scenario of a shipped Telling again, tells it and compares, words and all. Rejects
 * never: a failure is a result.
 */
export async function checkTelling(
  shipped: WrittenTelling,
  subtle: unknown,
  loadWriter: () => Promise<WriteScenario>,
): Promise<SelfCheckResult> {
  if (!subtle) return 'withheld';
  try {
    const write = await loadWriter();
    const fresh = await write(shipped.run.scenario.id);
    return JSON.stringify(fresh) === JSON.stringify(shipped) ? 'same' : 'different';
  } catch {
    return 'failed';
  }
}

/** Resolves when an element is in view; at once where a browser cannot tell. */
const whenSeen = (element: Element) =>
  new Promise<void>((resolve) => {
    if (!('IntersectionObserver' in window)) return resolve();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });

/**
 * Checks the shipped Telling when the page is used and the place that says the result is seen:
 * nobody else pays for the engine.
 */
export async function scheduleSelfCheck(
  shipped: WrittenTelling,
  window: Window,
  place: Element | null,
): Promise<void> {
  await whenUsed(window);
  if (place) await whenSeen(place);
  const load = () => loadRunner().then(({ writeScenario }) => writeScenario);
  const result = await checkTelling(shipped, window.crypto?.subtle, load);
  useSelfCheck.setState({ result });
}
