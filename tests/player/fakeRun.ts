import { openTelling } from '../../src/lesson/tell.ts';
import type { StepTelling } from '../../src/lesson/telling.ts';
import type { RunSource } from '../../src/player/runs/runSource.ts';
import type { ToldRun } from '../../src/player/runs/toldRun.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { startTrace } from '../../src/sim/trace.ts';

/** A told run with as many steps as asked for, in which nothing happens: the player looks no deeper. */
export function fakeRun(lastStep = 12, id = LOGIN_TO_LOGOUT.id): ToldRun {
  const { run, at } = openTelling(startTrace({ ...LOGIN_TO_LOGOUT, id }));
  const toStep = (step: number): StepTelling =>
    Object.create(at(0), { step: { value: step, enumerable: true } });
  return {
    telling: { run: Object.create(run, { lastStep: { value: lastStep } }), at: toStep },
    trace: null,
  };
}

/** A source of runs that opens no what-if. */
export const fakeSource = (runScenario: RunSource['runScenario']): RunSource => ({
  runScenario,
  openRun: () => Promise.reject(new RangeError('no what-ifs here')),
});
