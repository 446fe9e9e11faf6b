import type { StepTelling, Telling, WrittenTelling } from '../telling.ts';

/** Writes a Telling out as plain JSON, all of its steps. */
export function writeTelling({ run, at }: Telling): WrittenTelling {
  const steps = Array.from({ length: run.lastStep + 1 }, (_, step) => at(step));
  return JSON.parse(JSON.stringify({ run, steps })) as WrittenTelling;
}

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
