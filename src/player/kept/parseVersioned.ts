/** Returns the own property of a value that came from outside; `undefined` when there is none. */
export function getOwn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** Parses JSON of any origin that says `version: 1`; anything else gives `undefined`. */
export function parseVersioned(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return getOwn(value, 'version') === 1 ? value : undefined;
  } catch {
    return undefined;
  }
}
