import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Lists the files of a built page, by their paths with `/`, in order. */
export async function listFiles(dist: string): Promise<readonly string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dist.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}
