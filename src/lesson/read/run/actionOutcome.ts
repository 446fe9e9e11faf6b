import { foldSteps } from '../../../sim/lanes/fold.ts';
import { toStepKinds } from '../../../sim/stepKind.ts';
import type { Moment } from '../moment.ts';

/**
 * Reads an Action as one step, so that it comes to the same whether the run shows it in one or in
 * phases; `null` where it is passed by and has no step.
 */
export function readWholeAction(moments: readonly Moment[]): Moment | null {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return null;
  const [kind] = last.action ? toStepKinds({ ...last.action, fold: true }) : [];
  if (moments.length === 1 || !kind) return last;
  const lane = foldSteps(
    kind,
    moments.map((moment) => ({ ...moment.lane, kind: moment.kind })),
  );
  return { ...last, kind, lane, before: first.before, earlier: [] };
}
