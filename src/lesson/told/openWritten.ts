import type { StepTelling, Telling, WrittenTelling } from '../telling.ts';

/** Opens a Telling that was written out. */
export function openWritten({ run, steps }: WrittenTelling): Telling {
  return {
    run,
    at(step): StepTelling {
      const told = steps[step];
      if (!told) throw new RangeError(`no step ${step} in a run of ${run.lastStep} steps`);
      return told;
    },
  };
}
