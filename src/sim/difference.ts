import { isObject } from './json.ts';
import type { Settings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

type Members = Readonly<Record<string, unknown>>;

/** The parts of settings that a change goes into; every other member is changed as a whole. */
const PARTS = ['user', 'session', 'token'] as const;
const isPart = (key: string) => PARTS.some((part) => part === key);

/** Tells whether two values are written alike as JSON. */
export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Returns the change that makes `value` of `base`; it has `null` for what `base` alone has. */
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

function takeFrom(change: Members, base: object, walk: object): Readonly<Record<string, Members>> {
  const kept = ([key]: readonly [string, unknown]) =>
    change[key] !== null || !Object.hasOwn(base, key) || Object.hasOwn(walk, key);
  const leave = (members: object) => Object.fromEntries(Object.entries(members).filter(kept));
  return { change: leave(change), base: leave(base) };
}

/**
 * Takes from settings what a change has `null` for: only what they have and the walk's have not, so
 * that every other `null` is a value, and whoever checks the change sees it.
 */
export function takeAway(whole: Members, settings: Settings): Left {
  let { change, base } = takeFrom(whole, settings, DEFAULT_SETTINGS);
  for (const part of PARTS) {
    const inside = whole[part];
    if (!isObject(inside)) continue;
    const left = takeFrom(inside, settings[part], DEFAULT_SETTINGS[part]);
    change = { ...change, [part]: left.change };
    base = { ...base, [part]: left.base };
  }
  return { change: change as Members, base: base as unknown as Settings };
}
