import type { Telling, WrittenTelling } from '../telling.ts';

/** Writes a Telling out as plain JSON, all of its steps. */
export function writeTelling({ run, at }: Telling): WrittenTelling {
  const steps = Array.from({ length: run.lastStep + 1 }, (_, step) => at(step));
  return JSON.parse(JSON.stringify({ run, steps })) as WrittenTelling;
}
