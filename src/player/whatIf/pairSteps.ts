import type { ToldRun } from '../runs/toldRun.ts';
import { toScenario } from '../runs/toldRun.ts';
import { matchActions } from './matchActions.ts';

/** A step of a run beside the one of its original at which the same is done; `null` where there is none. */
export interface StepPair {
  readonly own: number | null;
  readonly original: number | null;
}

/** Lists the steps of each Action of a run. */
function listSteps({ telling, trace }: ToldRun): readonly (readonly number[])[] {
  const steps: number[][] = toScenario({ telling, trace }).actions.map(() => []);
  // A long run is not told for this.
  const frames = trace?.frames;
  for (let step = 1; step <= telling.run.lastStep; step++) {
    const { actionIndex } = frames?.[step] ?? telling.at(step);
    steps[actionIndex]?.push(step);
  }
  return steps;
}

/** Finds the step of a changed run at which the same is done as at a step of the run before, or what came last before that. */
export function followStep(run: ToldRun, before: ToldRun, step: number): number {
  const pairs = pairSteps(run, before);
  const at = pairs.findIndex(({ original }) => original === step);
  return pairs.slice(0, at + 1).findLast(({ own }) => own !== null)?.own ?? 0;
}

/** Lays the steps of a run beside those of its original: the same Action beside the same. */
export function pairSteps(run: ToldRun, original: ToldRun): readonly StepPair[] {
  const [own, theirs] = [listSteps(run), listSteps(original)];
  const pairs = matchActions(toScenario(run).actions, toScenario(original).actions).flatMap(
    (match): readonly StepPair[] => {
      const [left, right] = [
        match.own === null ? [] : (own[match.own] ?? []),
        match.original === null ? [] : (theirs[match.original] ?? []),
      ];
      const longer = left.length > 0 ? left : right;
      return longer.map((_, i) => ({ own: left[i] ?? null, original: right[i] ?? null }));
    },
  );
  return [{ own: 0, original: 0 }, ...pairs];
}
