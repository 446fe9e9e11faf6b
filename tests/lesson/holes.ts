/** What a forgotten case leaves in a text. */
export const HOLE = /\b(undefined|null|NaN)\b|\[object|Invalid Date| {2}|: \./;

/** Members whose text is data, not words: what a message carries, what a Scenario says of itself. */
const DATA: ReadonlySet<string> = new Set([
  'body',
  'headers',
  'secret',
  'scenario',
  'target',
  'json',
  'possible',
]);

type Text = readonly [path: string, text: string];

function addTexts(found: Text[], value: unknown, path: string) {
  if (typeof value === 'string') found.push([path, value]);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (!DATA.has(key)) addTexts(found, member, `${path}.${key}`);
  }
}

/** Lists every text in a plain value with its path, the data left out. */
export function listTexts(value: unknown, path = ''): readonly Text[] {
  const found: Text[] = [];
  addTexts(found, value, path);
  return found;
}

/** Lists the texts of a plain value that have a hole, with their paths. */
export const findHoles = (value: unknown, path: string) =>
  listTexts(value, path).filter(([, text]) => HOLE.test(text));
