import type { Library } from '../../../src/player/library.ts';
import { LOGIN_TO_LOGOUT } from '../../../src/sim/scenarios.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { startTrace } from '../../../src/sim/trace.ts';

/** A Trace with as many steps as asked for, in which nothing happens: the player looks no deeper. */
export function fakeTrace(steps = 12, id = LOGIN_TO_LOGOUT.id): Trace {
  const { scenario, frames } = startTrace({ ...LOGIN_TO_LOGOUT, id });
  return {
    scenario,
    frames: Array.from({ length: steps + 1 }, (_, step) => ({ ...frames[0], step }) as never),
  };
}

/** A library of Traces that opens no what-if. */
export const fakeLibrary = (loadTrace: Library['loadTrace']): Library => ({
  loadTrace,
  openRun: () => Promise.reject(new RangeError('no what-ifs here')),
});
