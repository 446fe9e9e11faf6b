import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../machine/paths.mjs';

const FOLDER = join(CACHE, 'mutation');

/** Where what became of a part's mutants is kept, one JSON object a line. */
export const toPath = (part) => join(FOLDER, `${part}.jsonl`);

/** Forgets what is kept of a part. */
export function clearKept(part) {
  mkdirSync(FOLDER, { recursive: true });
  rmSync(toPath(part), { force: true });
}

/** Returns what became of a part's mutants, as far as it has been run. */
export function readKept(part) {
  const path = toPath(part);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
