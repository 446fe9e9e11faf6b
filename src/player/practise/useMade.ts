import { useEffect, useState } from 'react';
import { WENT_WRONG } from '../../lesson/texts/notices/whatIf.ts';
import { requireSignatures } from '../runs/signatures.ts';
import { Unavailable } from '../runs/unavailable.ts';

interface Made<T> {
  /** What it was made for; something else is wanted when this differs. */
  readonly key: string;
  readonly value: T | null;
  readonly problem: string | null;
}

const toProblem = (error: unknown) => (error instanceof Unavailable ? error.message : WENT_WRONG);

/** Makes something that has to be run, for a key; `value` is `null` until it is there, or where there is none. */
export function useMade<T>(key: string, make: () => Promise<T>) {
  const [made, setMade] = useState<Made<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what makes it depends on the key alone
  useEffect(() => {
    let isWanted = true;
    const settle = (value: T | null, problem: string | null) => {
      if (isWanted) setMade({ key, value, problem });
    };
    Promise.resolve()
      .then(() => {
        requireSignatures();
        return make();
      })
      .then(
        (value) => settle(value, null),
        (error: unknown) => settle(null, toProblem(error)),
      );
    return () => {
      isWanted = false;
    };
  }, [key]);
  const isHere = made?.key === key;
  return {
    value: isHere ? made.value : null,
    problem: isHere ? made.problem : null,
    isMaking: !isHere,
  };
}
