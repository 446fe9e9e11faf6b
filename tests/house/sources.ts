import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/machine/paths.mjs';

/** The paths of all code in src, from the root of the project. */
export const SOURCES: readonly string[] = readdirSync(join(ROOT, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(ts|tsx|js|mjs|jsx)$/.test(path));

export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
