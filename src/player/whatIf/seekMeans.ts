import { create } from 'zustand';
import type { Means } from '../../lesson/exercises/goals/goal.ts';
import { toActionLabel } from '../../lesson/texts/actions/actionLabels.ts';
import type { Action, ActionType } from '../../sim/action.ts';
import type { ToldRun } from '../runs/toldRun.ts';
import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';

/** What is being led to, where settings are changed and Actions are put in; asked for again, another object. */
export const useSought = create<{ readonly sought: Means | null }>()(() => ({ sought: null }));

/** Finds the step at which the last Action of a type is over; `null` where a run has none. */
export function findEnd(run: ToldRun, type: ActionType): number | null {
  const { actions } = toScenario(run);
  const { lastStep } = run.telling.run;
  for (let step = lastStep; step > 0; step -= 1) {
    if (actions[run.telling.at(step).actionIndex]?.type === type) return step;
  }
  return null;
}

/** Tells whether an Action is as another one by its name, as a button has it. */
export const isNamedAs = (one: Action, other: Action): boolean =>
  toActionLabel(one) === toActionLabel(other);

/** Tells whether a run can be changed so as it is: a setting always, an Action where it can be done. */
export function isOffered(run: ToldRun, means: Means): boolean {
  if ('setting' in means) return true;
  const step = findEnd(run, means.after);
  const actions = step === null ? [] : run.telling.at(step).possible.actions;
  return actions.some((action) => isNamedAs(action, means.action));
}

/** Opens the place where a run is changed at what it is to be changed by, at the step where that has to be. */
export function seekMeans(means: Means) {
  const { run, jumpTo, setView } = usePlayer.getState();
  const step = 'after' in means ? findEnd(run, means.after) : null;
  if (step !== null) jumpTo(step);
  setView('try');
  useSought.setState({ sought: { ...means } });
}
