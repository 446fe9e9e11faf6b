import { basename } from 'node:path';

const owners = new Map<string, string>();

/**
 * Names a class of a CSS module `StepTable_row`: readable, and the same in the page and in the
 * prerendered HTML, which two separate builds make. @throws Error when two modules share a name.
 */
export function toScopedName(local: string, file: string): string {
  const path = file.split('?')[0] ?? file;
  const owner = basename(path).replace(/\.module\.css$/, '');
  const known = owners.get(owner) ?? path;
  if (known !== path) throw new Error(`two CSS modules with one name: ${known} and ${path}`);
  owners.set(owner, path);
  return `${owner}_${local}`;
}
