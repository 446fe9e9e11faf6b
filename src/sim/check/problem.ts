import { countBytes } from './bytes.ts';
import type { Fault } from './fault.ts';

/** Something wrong with a value from outside: where (`token.lifetime`, `actions[3].type`), and what. */
export interface Problem {
  readonly path: string;
  readonly fault: Fault;
  /** Offset in the text, where the value came as text. */
  readonly position?: number;
}

/** Collects the Problems of one value; a check that finds one returns `undefined`. */
export type Check<T> = (value: unknown, path: string, problems: Problem[]) => T | undefined;

/** Notes a Problem. */
export function addProblem(problems: Problem[], path: string, fault: Fault): undefined {
  problems.push({ path, fault });
  return undefined;
}

/** Accepts one of a closed list. */
export const oneOf =
  <T extends string | boolean | null>(choices: readonly T[]): Check<T> =>
  (value, path, problems) =>
    choices.includes(value as T)
      ? (value as T)
      : addProblem(problems, path, { type: 'notOneOf', choices });

/** Accepts whole numbers in a range. */
export const integer =
  (min: number, max: number): Check<number> =>
  (value, path, problems) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
      ? Number(value)
      : addProblem(problems, path, { type: 'noWholeNumber', min, max });

/** Accepts `true` and `false`. */
export const flag: Check<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : addProblem(problems, path, { type: 'noBoolean' });

/** Accepts well-formed text of a length in UTF-8 bytes. */
export const text =
  (min: number, max: number): Check<string> =>
  (value, path, problems) => {
    if (typeof value !== 'string') return addProblem(problems, path, { type: 'noText' });
    // A lone surrogate has no UTF-8, so that two different texts would become one key.
    if (/\p{Surrogate}/u.test(value)) return addProblem(problems, path, { type: 'noUnicode' });
    const bytes = countBytes(value);
    if (bytes >= min && bytes <= max) return value;
    return addProblem(problems, path, { type: 'bytesOutOfRange', min, max, bytes });
  };

/** Accepts what another check does, and `null`. */
export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path, problems) =>
    value === null ? null : check(value, path, problems);

/** Accepts a list of a length. */
export const list =
  <T>(check: Check<T>, min: number, max: number): Check<readonly T[]> =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return addProblem(problems, path, { type: 'noList' });
    if (value.length < min || value.length > max)
      return addProblem(problems, path, { type: 'entriesOutOfRange', min, max });
    const items = value.map((item, i) => check(item, `${path}[${i}]`, problems));
    return items.every((item) => item !== undefined) ? (items as T[]) : undefined;
  };

type Shape<T> = { readonly [K in keyof T]-?: Check<NonNullable<T[K]> | Extract<T[K], null>> };

/** Accepts an object with some of the given members and no other; what is there must be right. */
export const object =
  <T extends object>(shape: Shape<T>): Check<Partial<T>> =>
  (value, path, problems) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return addProblem(problems, path, { type: 'noObject' });
    const before = problems.length;
    const found: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (item === undefined) continue;
      if (!Object.hasOwn(shape, key)) addProblem(problems, at, { type: 'noSuchMember' });
      else found[key] = shape[key as keyof T](item, at, problems);
    }
    return problems.length > before ? undefined : (found as Partial<T>);
  };
