/** What a static host adds to the answers for some paths, or takes away again. */
export interface HeaderRule {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Reads a `_headers` file: a path, and below it, indented, what is sent with it. */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const rules: { path: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (/^\s/.test(line)) rules.at(-1)?.lines.push(line.trim());
    else rules.push({ path: line.trim(), lines: [] });
  }
  return rules;
}

const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;

/**
 * Returns the fields that a host sends with a path: all rules that match count, in turn; `! Name` takes
 * away what one before has added, and what is said twice is joined.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function toFields(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of rules
    .filter((rule) => matches(rule.path, path))
    .flatMap((rule) => rule.lines)) {
    if (line.startsWith('! ')) {
      fields.delete(line.slice(2));
      continue;
    }
    const split = line.indexOf(':');
    const name = line.slice(0, split);
    const value = line.slice(split + 1).trim();
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return fields;
}
