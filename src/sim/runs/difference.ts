import { isObject } from '../bytes/json.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';

type Members = Readonly<Record<string, unknown>>;

/** The parts of settings that a change goes into; every other member is changed as a whole. */
const PARTS = ['user', 'session', 'token'] as const;
const isPart = (key: string) => PARTS.some((part) => part === key);

/** Tells whether two values are written alike as JSON. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Returns the change that makes `value` of `base`; it has `null` for what `base` alone has. So no
 * setting that may be left out can have `null` as a value.
 */
export function toDifference(value: object, base: object): Members {
  const now: Members = { ...value };
  const before: Members = { ...base };
  const keys = new Set([...Object.keys(now), ...Object.keys(before)]);
  const changed = [...keys].filter((key) => !isSame(now[key], before[key]));
  return Object.fromEntries(
    changed.map((key) => {
      const item = now[key] ?? null;
      return [key, isPart(key) ? toDifference(item as object, before[key] as object) : item];
    }),
  );
}

/** What a change leaves of settings, and what is left of the change. */
interface Left {
  readonly change: Members;
  readonly base: Settings;
}

/** Names what a change has `null` for and the base alone has, not the walk. */
const listTaken = (change: Members, base: object, walk: object): readonly string[] =>
  Object.keys(change).filter(
    (key) => change[key] === null && Object.hasOwn(base, key) && !Object.hasOwn(walk, key),
  );

/** Returns a copy without some members. */
function without<T extends object>(value: T, keys: readonly string[]): T {
  const copy = { ...value };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}

/**
 * Takes from settings what a change has `null` for: only what they have and the walk's have not, so
 * that every other `null` is a value, and whoever checks the change sees it.
 */
export function takeAway(whole: Members, settings: Settings): Left {
  const taken = listTaken(whole, settings, DEFAULT_SETTINGS);
  let change = without(whole, taken);
  let base = without(settings, taken);
  for (const part of PARTS) {
    const inside = whole[part];
    if (!isObject(inside)) continue;
    const keys = listTaken(inside, settings[part], DEFAULT_SETTINGS[part]);
    change = { ...change, [part]: without(inside, keys) };
    base = { ...base, [part]: without(settings[part], keys) };
  }
  return { change, base };
}
