/** Returns the own property of a value that came from outside; `undefined` when there is none. */
export function getOwn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function parseAny(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses JSON of any origin that says `version: 1`; anything else gives `undefined`. */
export function parseVersioned(text: string | null): unknown {
  const value = parseAny(text);
  return getOwn(value, 'version') === 1 ? value : undefined;
}

/** Tells whether a text was kept by a version of the page that is later than this one. */
export function isFromLaterVersion(text: string | null): boolean {
  const version = getOwn(parseAny(text), 'version');
  return typeof version === 'number' && version > 1;
}
