import type { ToldRun } from '../runs/toldRun.ts';

/** Returns the number of a run's last step. */
export const toLastStep = ({ telling }: ToldRun): number => telling.run.lastStep;

/** Returns the step of a run that is nearest to a number; what is no number gives the start. */
export function clampStep(run: ToldRun, step: number): number {
  if (Number.isNaN(step)) return 0;
  return Math.round(Math.min(Math.max(step, 0), toLastStep(run)));
}
