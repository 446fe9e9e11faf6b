/** Writes names as a sentence lists them, "a, b, and c"; not by `Intl`, which an old browser lacks. */
export function formatList(names: readonly string[]): string {
  const before = names.slice(0, -1);
  const last = names.at(-1) ?? '';
  if (before.length === 0) return last;
  return `${before.join(', ')}${before.length > 1 ? ',' : ''} and ${last}`;
}
